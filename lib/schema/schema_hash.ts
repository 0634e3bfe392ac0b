import { createHash } from "node:crypto";
import { invariant } from "../errors/mod.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { schemaToJson, tableToJson } from "./schema_to_json.ts";

/**
 * Names a schema by what it says: the SHA-256 of its JSON with sorted fields.
 *
 * @param schema A coherent schema.
 * @returns 64 hexadecimal digits, the same whatever order its fields were written in.
 */
export function schemaHash(schema: ExperimentSchema): string {
  const hash = createHash("sha256");
  // A table at a time: thousands of them make a long text. The tables are the last field by name.
  const around = JSON.stringify(schemaToJson({ ...schema, tables: [] }), sortedFields);
  invariant(around.endsWith("[]}"), "the tables of a schema are its last field");
  hash.update(around.slice(0, -"]}".length));
  schema.tables.forEach((table, place) => {
    hash.update(place === 0 ? "" : ",");
    hash.update(JSON.stringify(tableToJson(table), sortedFields));
  });
  return hash.update("]}").digest("hex");
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}
