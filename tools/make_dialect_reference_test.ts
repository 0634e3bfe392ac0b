import { deepStrictEqual, ok } from "node:assert/strict";
import { checkDialectReference, makeDialectReference } from "./make_dialect_reference.ts";

const ROOT = new URL("..", import.meta.url).pathname;

Deno.test("the page of dialects is the one that tables and corpora make", async () => {
  deepStrictEqual(await checkDialectReference(ROOT), []);
});

Deno.test("checkDialectReference finds a page that is missing or stale", async () => {
  const root = await Deno.makeTempDir();
  try {
    deepStrictEqual((await checkDialectReference(root)).length, 1);
  } finally {
    await Deno.remove(root);
  }
});

Deno.test("makeDialectReference names the case that proves a supported function", async () => {
  const page = await makeDialectReference();
  const supported = page.split("\n").filter((line) =>
    /^\| `[A-Z0-9_]+` \| (supported|differs)/.test(line)
  );
  ok(supported.length > 500, `${supported.length} functions`);
  deepStrictEqual(supported.filter((line) => !/\| \w+:\d+ \|$/.test(line)), []);
});
