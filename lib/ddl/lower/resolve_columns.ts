import { diagnostic } from "../../errors/mod.ts";
import type { Identifier, ParsedTable } from "../reader/parsed.ts";
import { nearNames } from "./_near_names.ts";
import type { ColumnIndex } from "./column_index.ts";
import type { Lowering } from "./lowering.ts";

/** Names in a key, the table they are of, and what to call the key in messages. */
export interface NamedColumns {
  readonly table: ParsedTable;
  readonly index: ColumnIndex;
  readonly columns: readonly Identifier[];
  readonly role: string;
  /** The table whose key it is, if that is another than the columns'. */
  readonly owner?: ParsedTable;
}

/**
 * Resolves the columns of a key.
 *
 * @param key What it names.
 * @param lowering Takes findings.
 * @returns The columns' names, each once; null when one does not exist, which is reported.
 */
export function resolveColumns(key: NamedColumns, lowering: Lowering): readonly string[] | null {
  const names = new Set<string>();
  let allExist = true;
  for (const column of key.columns) {
    const found = key.index.find(column.name);
    if (found !== undefined) names.add(found.name.name);
    else {
      allExist = false;
      reportUnknown(column, key, lowering);
    }
  }
  return allExist ? [...names] : null;
}

function reportUnknown(
  column: Identifier,
  { table, role, owner = table }: NamedColumns,
  lowering: Lowering,
): void {
  const near = nearNames(column.name, table.columns, ({ name }) => name.name);
  const detail = { table: table.name.name, column: column.name, role, near };
  const place = lowering.place(column.region);
  lowering.refuse(diagnostic("DDL_UNKNOWN_COLUMN", detail, place), owner);
}
