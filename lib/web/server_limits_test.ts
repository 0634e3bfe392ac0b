import { deepEqual, equal, throws } from "node:assert/strict";
import { ERRORS } from "../errors/mod.ts";
import { parseLimits, SERVER_LIMITS } from "./server_limits.ts";

Deno.test("parseLimits changes what is named, and leaves the rest", () => {
  deepEqual(parseLimits([]), SERVER_LIMITS);
  const limits = parseLimits(["body-bytes=10", "runs=1"]);
  deepEqual([limits["body-bytes"], limits.runs, limits.requests], [10, 1, SERVER_LIMITS.requests]);
});

Deno.test("parseLimits refuses names it does not know and values that are no numbers", () => {
  for (const text of ["nope=1", "runs", "runs=-1", "runs=x", "toString=1", "", "runs=1 "]) {
    throws(() => parseLimits([text]), { code: "WEB_LIMIT_UNKNOWN" });
  }
});

Deno.test("the guide lists every limit with its default, and codes that exist", async () => {
  const page = new URL("../../docs/guides/rest-api.md", import.meta.url);
  const rows = (await Deno.readTextFile(page)).matchAll(
    /^\| `([a-z-]+)`\s*\| (\d+)\s*\|.*\|(.*)\|$/gm,
  );
  const listed = [...rows].map(([, name, value, codes]) => {
    for (const [, code] of codes!.matchAll(/`(\w+)`/g)) equal(code! in ERRORS, true, code);
    return [name, Number(value)];
  });
  deepEqual(Object.fromEntries(listed), SERVER_LIMITS);
});
