import assert from "node:assert/strict";
import { nameFault, suggestedName } from "./name_help.ts";
import fc from "fast-check";

Deno.test("names that can be taken, and none yet, have no fault", () => {
  for (const name of ["", "  ", "shop", "Shop_2024", "_x", " shop "]) {
    assert.equal(nameFault(name), null, name);
  }
});

Deno.test("a fault names the sign and a name that could be taken", () => {
  assert.deepEqual(nameFault("Shop DE"), {
    text: "A name has letters, digits and underscores only, and no space.",
    suggestion: "shop_de",
  });
  assert.deepEqual(nameFault("2024"), {
    text: "A name does not start with a digit.",
    suggestion: "_2024",
  });
  assert.equal(nameFault("Käufer-Straße")?.suggestion, "kaufer_strasse");
  assert.deepEqual(nameFault("店"), {
    text: "A name has letters, digits and underscores only, and no '店'.",
    suggestion: null,
  });
});

Deno.test("what is suggested is never at fault itself", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const name = suggestedName(text);
    assert.ok(name === null || nameFault(name) === null, JSON.stringify(name));
  }));
});
