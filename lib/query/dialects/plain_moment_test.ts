import { deepEqual } from "node:assert/strict";
import { isPlainMoment } from "./plain_moment.ts";

Deno.test("isPlainMoment knows what the engine reads as Snowflake does", () => {
  const plain = ["2024-01-31", "2024-01-31 10:20:30", "2024-01-31T10:20:30.123"];
  const others = ["31-Jan-2024", "1706659200", "2024-01-31 10:20:30 +0200", "2024/01/31", ""];
  deepEqual(plain.map((text) => isPlainMoment(text, "TIMESTAMP")), [true, true, true]);
  deepEqual(
    others.map((text) => isPlainMoment(text, "TIMESTAMP")),
    others.map(() => false),
  );
  deepEqual([isPlainMoment("2024-01-31 10:20:30", "DATE"), isPlainMoment("10:20:30", "TIME")], [
    false,
    true,
  ]);
});
