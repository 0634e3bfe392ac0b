import type { LogicalType } from "../../schema/mod.ts";

/**
 * How many characters a column takes, for generators that have a short form and a long one.
 *
 * @param type Of the column.
 * @returns The length, infinite when it has no bound or is no text.
 */
export function textRoom(type: LogicalType): number {
  return type.kind === "string" ? type.maxLength ?? Infinity : Infinity;
}
