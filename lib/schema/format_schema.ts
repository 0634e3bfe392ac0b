import { invariant } from "../errors/mod.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { schemaToJson, tableToJson } from "./schema_to_json.ts";

/**
 * Writes a schema as JSON text without blanks, its fields sorted by name: the same schema is the
 * same text.
 *
 * @param schema A coherent schema.
 * @returns Text that `parseSchema` reads back as the same schema.
 */
export function formatSchema(schema: ExperimentSchema): string {
  // A table at a time: what thousands of them are made of would be in memory at once.
  const around = JSON.stringify(sorted(schemaToJson({ ...schema, tables: [] })));
  invariant(around.endsWith("[]}"), "the tables of a schema are its last field");
  const pieces = [around.slice(0, -"]}".length)];
  for (const table of schema.tables) {
    if (pieces.length > 1) pieces.push(",");
    pieces.push(JSON.stringify(sorted(tableToJson(table))));
  }
  pieces.push("]}");
  return pieces.join("");
}

/** The same data with the fields of every object in the order of their names. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]));
}
