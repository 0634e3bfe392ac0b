import { z } from "zod";
import { experimentShape } from "./_json_shape.ts";

/**
 * The published JSON Schema of experiment files, for editors that complete and check them.
 *
 * @returns A JSON Schema of draft 2020-12, with a description on every field that needs one.
 */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(experimentShape, { io: "input", override: allowSchemaReference });
}

/** Editors find this schema by a `$schema` field in the file itself, so it has to be allowed. */
function allowSchemaReference(
  { zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { properties?: object } },
): void {
  if (zodSchema !== experimentShape) return;
  jsonSchema.properties = { $schema: { type: "string" }, ...jsonSchema.properties };
}
