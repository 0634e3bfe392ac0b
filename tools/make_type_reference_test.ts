import { deepStrictEqual, ok } from "node:assert/strict";
import { checkTypeReference, makeTypeReference } from "./make_type_reference.ts";

const ROOT = new URL("..", import.meta.url).pathname;

Deno.test("the page of types is the one the dialects make", async () => {
  deepStrictEqual(await checkTypeReference(ROOT), []);
});

Deno.test("checkTypeReference finds a page that is missing or stale", async () => {
  const root = await Deno.makeTempDir();
  try {
    deepStrictEqual((await checkTypeReference(root)).length, 1);
  } finally {
    await Deno.remove(root);
  }
});

Deno.test("makeTypeReference writes lengths and precisions as letters", () => {
  const page = makeTypeReference();
  ok(page.includes("| `VARCHAR(n)` | text | `VARCHAR(n)` |"));
  ok(page.includes("| `NUMBER(p,s)` | decimal number | `DECIMAL(p,s)` |"));
  ok(page.includes("| `DECIMAL(n)` | decimal number | `DECIMAL(n,0)` |"));
});
