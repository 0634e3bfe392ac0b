import { deepEqual, equal } from "node:assert/strict";
import { jsonSchema } from "../lib/schema/mod.ts";
import {
  type JsonSchema,
  propertiesAt,
  readJsonPath,
  schemasAt,
  valuesAt,
} from "./_json_schema.ts";

const SCHEMA = jsonSchema() as JsonSchema;
const COLUMN = ["tables", 0, "columns", 3] as const;

Deno.test("propertiesAt knows what may stand in a column, and what must", () => {
  const properties = propertiesAt(SCHEMA, COLUMN);
  const required = properties.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  deepEqual(required, ["name", "data_type"]);
  const rule = properties.find(({ name }) => name === "faker_rule")!;
  equal(rule.opening, '""');
  equal(rule.description.length > 0, true);
  deepEqual(propertiesAt(SCHEMA, ["nowhere", 1]), []);
});

Deno.test("valuesAt knows values by their alternatives, constants and examples", () => {
  const kinds = valuesAt(SCHEMA, [...COLUMN, "distribution", "type"]);
  equal(kinds.includes('"normal"') && kinds.includes('"zipf"'), true);
  deepEqual(valuesAt(SCHEMA, [...COLUMN, "is_unique"]), ["true", "false"]);
  equal(valuesAt(SCHEMA, [...COLUMN, "data_type"]).includes('"VARCHAR"'), true);
});

Deno.test("schemasAt follows references into definitions", () => {
  const root: JsonSchema = {
    properties: { a: { $ref: "#/$defs/thing" } },
    $defs: { thing: { properties: { b: { enum: [1, 2] } } } },
  };
  deepEqual(valuesAt(root, ["a", "b"]), ["1", "2"]);
  equal(schemasAt(root, ["a", "c"]).length, 0);
});

Deno.test("readJsonPath reads places as findings write them", () => {
  deepEqual(readJsonPath("$"), []);
  deepEqual(readJsonPath('$.tables[10].columns[0]["odd \\"name\\""].x'), [
    ...["tables", 10, "columns", 0, 'odd "name"', "x"],
  ]);
});
