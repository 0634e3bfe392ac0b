import type { LogicalKind, LogicalType } from "../../schema/mod.ts";
import type { Generator } from "./define_generator.ts";

/** Kinds whose values a text column can hold as text. */
const WRITABLE: ReadonlySet<LogicalKind> = new Set([
  "boolean",
  "integer",
  "decimal",
  "float",
  "date",
  "time",
  "timestamp",
  "uuid",
  "json",
  "geography",
]);

/**
 * Whether a generator suits a column.
 *
 * @param generator Any.
 * @param type Of the column.
 * @returns True if it makes such values, or values that a text column can hold as text: the source
 *   it gives for a string is then of numbers, instants, truths or UUIDs.
 */
export function canProduce({ produces }: Generator, type: LogicalType): boolean {
  if (produces.includes(type.kind)) return true;
  return type.kind === "string" && produces.some((kind) => WRITABLE.has(kind));
}
