import type { LogicalType } from "./logical_type.ts";

/** Whether a column of this type holds numbers. */
export function isNumeric({ kind }: LogicalType): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float";
}
