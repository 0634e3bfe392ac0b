import { diagnostic } from "../../errors/mod.ts";
import type { Identifier, ParsedColumn, ParsedTable } from "../reader/parsed.ts";
import { nearNames } from "./_near_names.ts";
import { findColumn } from "./find_column.ts";
import type { Lowering } from "./lowering.ts";

/** Finds a column of a table, or reports that there is none for the statement to change. */
export function requireColumn(
  lowering: Lowering,
  wanted: { readonly table: ParsedTable; readonly name: Identifier; readonly statement: string },
): ParsedColumn | undefined {
  const { table, name, statement } = wanted;
  const column = findColumn(table, name.name);
  if (column !== undefined || table.isBroken) return column;
  const near = nearNames(name.name, table.columns, (known) => known.name.name);
  const detail = { statement, table: table.name.name, column: name.name, near };
  lowering.report(diagnostic("DDL_COLUMN_NOT_DEFINED", detail, lowering.place(name.region)));
  return undefined;
}
