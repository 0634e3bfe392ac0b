import { createHash } from "node:crypto";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { formatSchema } from "./format_schema.ts";

/**
 * Names a schema by what it says: the SHA-256 of its JSON with sorted fields.
 *
 * @param schema A coherent schema.
 * @param text What `formatSchema` wrote of it, where that is at hand.
 * @returns 64 hexadecimal digits, the same whatever order its fields were written in.
 */
export function schemaHash(schema: ExperimentSchema, text = formatSchema(schema)): string {
  const hash = createHash("sha256");
  // In stretches: the text of thousands of tables need not be copied as a whole.
  for (let from = 0; from < text.length;) {
    const to = wholeCharacters(text, from + STRETCH_LENGTH);
    hash.update(text.slice(from, to));
    from = to;
  }
  return hash.digest("hex");
}

const STRETCH_LENGTH = 65_536;

/** The place, or the one after it where it lies inside a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
