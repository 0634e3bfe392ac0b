import type { LogicalType } from "../../schema/mod.ts";

/**
 * Whether a column takes whole numbers alone: shares are percent there.
 *
 * @param type Of the column.
 */
export function isWhole(type: LogicalType): boolean {
  return type.kind === "integer" || (type.kind === "decimal" && type.scale === 0);
}
