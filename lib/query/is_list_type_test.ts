import assert from "node:assert/strict";
import { isListType } from "./is_list_type.ts";

Deno.test("arrays of one dimension are lists, whatever they are made of", () => {
  for (const type of ["text[]", "numeric(10,2)[]", "integer[3]", "date ARRAY", "int array[4]"]) {
    assert.ok(isListType(type), type);
  }
  for (const type of ["ARRAY", "int[][]", "array(varchar)", "json", ""]) {
    assert.ok(!isListType(type), type);
  }
});
