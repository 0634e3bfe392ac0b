import { equal, match, ok } from "node:assert/strict";
import { openClientFiles } from "./open_client_files.ts";

Deno.test("openClientFiles has what islands need, and builds it at most once", async () => {
  const first: string[] = [];
  const files = await openClientFiles((line) => void first.push(line));
  ok(first.length <= 1);
  const none = files.assetsOf(new Set());
  equal(none.scripts.length, 0);
  equal(none.styles.length, 1);
  const some = files.assetsOf(new Set(["pan_zoom", "runs_modal"]));
  equal(some.scripts.length, 1);
  ok(some.preloads.some((address) => address.includes("/pan_zoom-")));
  equal(new Set(some.preloads).size, some.preloads.length);
  const request = new Request("http://localhost/", { headers: { "accept-encoding": "gzip" } });
  for (const address of [...some.styles, ...some.scripts, ...some.preloads]) {
    const response = files.answer(address.replace("/assets/", ""), request);
    match(response.headers.get("content-type")!, /^text\/(css|javascript)/);
    ok((await response.bytes()).length > 0);
  }
});

Deno.test("several servers can begin at a time, whatever there is", async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => openClientFiles(() => {})));
  const scripts = opened.map((files) => files.assetsOf(new Set(["pan_zoom"])).scripts.join());
  equal(new Set(scripts).size, 1);
});
