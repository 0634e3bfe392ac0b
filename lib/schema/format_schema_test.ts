import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitrarySchema, arbitraryType } from "./testing/arbitrary_schema.ts";
import { formatSchema } from "./format_schema.ts";
import { parseDataType } from "./parse_data_type.ts";
import { parseSchema } from "./parse_schema.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";
import { renderType } from "./render_type.ts";
import { schemaHash } from "./schema_hash.ts";
import { schemaToJson } from "./schema_to_json.ts";
import { validateSchema } from "./validate_schema.ts";

Deno.test("formatSchema: what it writes reads back as the same schema, whatever its types", () => {
  fc.assert(
    fc.property(arbitrarySchema(), (schema) => {
      assert.deepEqual(validateSchema(schema), []);
      assert.deepEqual(parseSchema(formatSchema(schema), { source: "round trip" }), schema);
    }),
    { numRuns: 300 },
  );
});

Deno.test("renderType: its words read back as the same type", () => {
  fc.assert(
    fc.property(arbitraryType, (type) => {
      const read = parseDataType(renderType(type));
      assert.ok("type" in read);
      assert.deepEqual(read.type, type);
    }),
    { numRuns: 500 },
  );
});

Deno.test("schemaHash: does not depend on the order of fields, and does on what they say", () => {
  fc.assert(
    fc.property(arbitrarySchema(), (schema) => {
      const shuffled = reversedFields(schemaToJson(schema));
      const same = parseSchemaValue(shuffled, { source: "shuffled" });
      assert.equal(schemaHash(same), schemaHash(schema));
      assert.match(schemaHash(schema), /^[0-9a-f]{64}$/);
      assert.notEqual(schemaHash({ ...schema, name: "another" }), schemaHash(schema));
    }),
    { numRuns: 100 },
  );
});

function reversedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedFields);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversedFields(inner)]));
}
