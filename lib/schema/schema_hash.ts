import { createHash } from "node:crypto";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { schemaToJson } from "./schema_to_json.ts";

/**
 * Names a schema by what it says: the SHA-256 of its JSON with sorted fields.
 *
 * @param schema A coherent schema.
 * @returns 64 hexadecimal digits, the same whatever order its fields were written in.
 */
export function schemaHash(schema: ExperimentSchema): string {
  const canonical = JSON.stringify(schemaToJson(schema), sortedFields);
  return createHash("sha256").update(canonical).digest("hex");
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}
