import { diagnostic } from "../errors/mod.ts";
import {
  type Column,
  parseDataType,
  renderType,
  type Table,
  validateSchema,
} from "../schema/mod.ts";
import type { Merging } from "./_merging.ts";
import type { DbtColumn, DbtTable } from "./promise.ts";

/** Merges descriptions and types. */
export function describe(
  merging: Merging,
  { table, name }: { readonly table: DbtTable; readonly name: string },
): void {
  const { description } = table;
  const known = merging.table(name)!;
  if (description !== undefined && description !== known.comment) {
    merging.change({ ...known, comment: description });
    merging.count("descriptions");
  }
  for (const column of table.columns) describeColumn(merging, { column, name });
}

function describeColumn(
  merging: Merging,
  { column: said, name }: { readonly column: DbtColumn; readonly name: string },
): void {
  const table = merging.table(name)!;
  const [column] = merging.columns(table, [said.name], said.place) ?? [];
  if (column === undefined) return;
  const { description } = said;
  const commented = description === undefined || description === column.comment
    ? column
    : { ...column, comment: description };
  if (commented !== column) merging.count("descriptions");
  merging.changeColumn(table, typed(merging, { said, column: commented, table }));
}

interface TypeQuestion {
  readonly said: DbtColumn;
  readonly column: Column;
  readonly table: Table;
}

/** A type that DDL declared is the truth; one that was guessed gives way if all else still fits. */
function typed(merging: Merging, { said, column, table }: TypeQuestion): Column {
  if (said.dataType === undefined) return column;
  const place = said.place;
  const path = `${table.name}.${column.name}`;
  const parsed = parseDataType(said.dataType);
  if ("problem" in parsed) {
    const detail = { column: path, type: said.dataType };
    merging.report(diagnostic("DBT_TYPE_UNREADABLE", detail, place));
    return column;
  }
  const [type, other] = [renderType(column.type), renderType(parsed.type)];
  if (type === other) return column;
  const changed = { ...column, type: parsed.type };
  if (column.declaredType === undefined && fits(changed, { merging, table })) {
    merging.count("types");
    return changed;
  }
  // NUMBER without digits, VARCHAR without a length: dbt often leaves them out.
  if (!/\(/.test(said.dataType) && column.type.kind === parsed.type.kind) return column;
  merging.report(diagnostic("DBT_TYPE_DIFFERS", { column: path, type, other }, place));
  return column;
}

/** References need equal types on both sides, and what is said of values has to make sense. */
function fits(
  column: Column,
  { merging, table }: { readonly merging: Merging; readonly table: Table },
): boolean {
  const isReferred = merging.schema.tables.some(({ foreignKeys, name }) =>
    foreignKeys.some(({ columns, referencesTable, referencesColumns }) =>
      (name === table.name && columns.includes(column.name)) ||
      (referencesTable === table.name && referencesColumns.includes(column.name))
    )
  );
  if (isReferred) return false;
  const alone = {
    ...{ name: table.name, targetRows: 1, columns: [column], primaryKey: [], uniqueKeys: [] },
    ...{ foreignKeys: [], compositeKeys: [], warnings: [] },
  };
  return validateSchema({ name: "x", dialect: "postgres", tables: [alone] }).length === 0;
}
