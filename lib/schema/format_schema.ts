import type { ExperimentSchema } from "./experiment_schema.ts";
import { schemaToJson } from "./schema_to_json.ts";

/**
 * Writes a schema as JSON text, indented, with a newline at its end.
 *
 * @param schema A coherent schema.
 * @returns Text that `parseSchema` reads back as the same schema.
 */
export function formatSchema(schema: ExperimentSchema): string {
  return JSON.stringify(schemaToJson(schema), null, 2) + "\n";
}
