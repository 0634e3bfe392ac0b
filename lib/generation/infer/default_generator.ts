import type { LogicalKind, LogicalType } from "../../schema/mod.ts";
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

/**
 * What fills a column that has no rule and whose name says nothing.
 *
 * @param type Of the column.
 * @returns A generator that produces its kind.
 */
export function defaultGenerator(type: LogicalType): Generator {
  return CATALOGUE[DEFAULTS[type.kind]];
}
