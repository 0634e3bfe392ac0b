import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { importDdl } from "../lib/ddl/mod.ts";
import { CORPUS, givesCoherentSchemas, survivesEdits } from "./_ddl_properties.ts";

Deno.test("importDdl survives any edit of the corpus, and points only inside the text", () => {
  fc.assert(survivesEdits, { numRuns: 2_000 });
});

Deno.test("importDdl gives schemas that the schema room finds coherent, whatever the edit", () => {
  fc.assert(givesCoherentSchemas, { numRuns: 1_000 });
});

Deno.test("importDdl gives the same outcome for the same text", () => {
  for (const text of CORPUS) {
    const once = importDdl(text, { name: "same", dialect: "snowflake" });
    const again = importDdl(text, { name: "same", dialect: "snowflake" });
    strictEqual(JSON.stringify(once), JSON.stringify(again));
  }
});
