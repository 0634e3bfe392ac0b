import { DwSimError, invariant } from "../errors/mod.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { findJsonFault } from "./find_json_fault.ts";
import { SCHEMA_LIMITS } from "./limits.ts";
import { type ParseSchemaOptions, parseSchemaValue } from "./parse_schema_value.ts";

/**
 * Reads an experiment schema from JSON text: today's or the Python tool's.
 *
 * @param text The text of a file, with or without a byte order mark.
 * @param options What to call it in messages.
 * @returns The schema, coherent and frozen.
 * @throws {DwSimError} SCHEMA_NOT_JSON with line and column, SCHEMA_TOO_LARGE, or SCHEMA_INVALID
 * with every problem there is.
 *
 * @example
 * ```ts ignore
 * const schema = parseSchema(await Deno.readTextFile("retail.json"), { source: "retail.json" });
 * ```
 */
export function parseSchema(text: string, { source }: ParseSchemaOptions): ExperimentSchema {
  const { textBytesMax: bytesMax } = SCHEMA_LIMITS;
  // No text has fewer bytes than UTF-16 units.
  if (text.length > bytesMax) {
    throw new DwSimError("SCHEMA_TOO_LARGE", { source, bytes: text.length, bytesMax });
  }
  return parseSchemaValue(parseJson(text, source), { source });
}

function parseJson(text: string, source: string): unknown {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  try {
    return JSON.parse(body);
  } catch (cause) {
    const fault = findJsonFault(body);
    invariant(fault !== null, "the engine refuses a text which the grammar of JSON allows");
    const { reason, line, column } = fault;
    throw new DwSimError("SCHEMA_NOT_JSON", { source, reason, line, column }, { cause });
  }
}
