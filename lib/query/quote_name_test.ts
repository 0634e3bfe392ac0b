import assert from "node:assert/strict";
import { quoteName } from "./quote_name.ts";

Deno.test("quoteName doubles the quotes inside a name", () => {
  assert.equal(quoteName("orders"), '"orders"');
  assert.equal(quoteName('a"b'), '"a""b"');
  assert.equal(quoteName("Ünï; drop"), '"Ünï; drop"');
});
