import { equal } from "node:assert/strict";
import {
  exactTime,
  formatBytes,
  formatCount,
  formatDuration,
  formatNumber,
  formatShare,
  relativeTime,
} from "./format.ts";

Deno.test("numbers are grouped, and counted with their noun", () => {
  equal(formatNumber(1_234_567), "1,234,567");
  equal(formatCount(1, "table"), "1 table");
  equal(formatCount(2_000, "row"), "2,000 rows");
});

Deno.test("bytes and durations take the unit that fits, also at its edge", () => {
  equal([0, 999, 1_000, 12_345_678].map(formatBytes).join(), "0 B,999 B,1.0 KB,12 MB");
  const durations = [0, 999, 1_000, 59_949, 59_960, 3_599_000, 3_900_000].map(formatDuration);
  equal(durations.join(), "0 ms,999 ms,1.0 s,59.9 s,1 min 0 s,59 min 59 s,1 h 5 min");
});

Deno.test("shares never say none or all of what is not quite", () => {
  equal(formatShare(0, 10), "0 %");
  equal(formatShare(1, 1_000_000), "< 0.1 %");
  equal(formatShare(999_999, 1_000_000), "> 99.9 %");
  equal(formatShare(10, 10), "100 %");
  equal(formatShare(0, 0), "0 %");
});

Deno.test("times are told as how long ago, and exactly", () => {
  const iso = "2026-11-22T23:46:51.000Z";
  const ago = (seconds: number) => relativeTime(iso, Date.parse(iso) + seconds * 1_000);
  equal(
    [0, 59, 60, 7_300, 200_000].map(ago).join(),
    "just now,59 seconds ago,1 minute ago,2 hours ago,2 days ago",
  );
  equal(ago(-5), "just now");
  equal(exactTime(iso).replace(/\s/g, " "), "Nov 22, 2026, 11:46:51 PM UTC");
});
