import assert from "node:assert/strict";
import { z } from "zod";
import fc from "fast-check";
import { arbitrarySchema } from "./testing/arbitrary_schema.ts";
import { jsonSchema } from "./json_schema.ts";
import { schemaToJson } from "./schema_to_json.ts";

/** Read back from the published text, so that what is tested is what editors see. */
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchema())));

Deno.test("jsonSchema: says which draft it is, and lets a file name it", () => {
  const { $schema, properties, title } = jsonSchema();
  assert.equal($schema, "https://json-schema.org/draft/2020-12/schema");
  assert.equal(title, "dw-sim experiment");
  assert.deepEqual(Object.keys(Object(properties)).slice(0, 2), ["$schema", "name"]);
});

Deno.test("jsonSchema: takes whatever dw-sim writes", () => {
  fc.assert(
    fc.property(arbitrarySchema(), (schema) => {
      const result = published.safeParse(schemaToJson(schema));
      assert.ok(result.success, result.error?.message);
    }),
    { numRuns: 50 },
  );
});

Deno.test("jsonSchema: refuses a misspelt field", () => {
  const columns = [{ name: "id", data_type: "INT", is_uniqe: true }];
  const result = published.safeParse({
    name: "x",
    tables: [{ name: "t", target_rows: 1, columns }],
  });
  assert.equal(result.success, false);
});
