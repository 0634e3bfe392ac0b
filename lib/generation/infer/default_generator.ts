import type { Column, LogicalKind } from "../../schema/mod.ts";
import type { Generator } from "../generators/define_generator.ts";
import { CATALOGUE, type GeneratorName } from "../generators/registry_gen.ts";

const DEFAULTS = {
  boolean: "flag",
  integer: "integer",
  decimal: "decimal",
  float: "float",
  string: "text",
  binary: "bytes",
  date: "date",
  time: "time",
  timestamp: "timestamp",
  json: "json_document",
  uuid: "uuid",
  geography: "point",
  interval: "interval",
} as const satisfies Record<LogicalKind, GeneratorName>;

/** Types of DDL whose documents are arrays: `ARRAY`, `ARRAY(VARCHAR)`, `INTEGER[]`. */
const ARRAY_TYPE = /^array\b|\[\d*\]$|\barray$/i;

/**
 * What fills a column that has no rule and whose name says nothing.
 *
 * @param column Its type, and the word that the DDL had for it.
 * @returns A generator that produces its kind.
 */
export function defaultGenerator(
  { type, declaredType }: Pick<Column, "type" | "declaredType">,
): Generator {
  if (type.kind === "json" && ARRAY_TYPE.test(declaredType?.trim() ?? "")) {
    return CATALOGUE.json_array;
  }
  return CATALOGUE[DEFAULTS[type.kind]];
}
