import { diagnostic } from "../../errors/mod.ts";
import type { AlterAction, Identifier, ParsedColumn, ParsedTable } from "../reader/parsed.ts";
import { setDefault } from "../reader/read_column_attribute.ts";
import { isSameKey } from "../reader/read_constraint.ts";
import { namesColumn, renameInText } from "./_rename_in_text.ts";
import type { Lowering } from "./lowering.ts";
import { requireColumn } from "./require_column.ts";

/**
 * Lets ALTER TABLE change a table.
 *
 * @param table The table to change.
 * @param actions What to change, in order.
 * @param lowering Holds the other tables.
 */
export function applyAlter(
  table: ParsedTable,
  actions: readonly AlterAction[],
  lowering: Lowering,
): void {
  for (const action of actions) applyAction(table, action, lowering);
}

function applyAction(table: ParsedTable, action: AlterAction, lowering: Lowering): void {
  switch (action.kind) {
    case "add_column":
      return addAll(table, action.columns, lowering);
    case "rename_table":
      return lowering.catalog.rename(table, action.to.name);
    case "set_property":
      table.properties[action.name] = action.value;
      return;
    case "attach_partition":
      return attachPartition(table, action, lowering);
  }
  const wanted = { table, name: action.column, statement: "ALTER TABLE" };
  const column = requireColumn(lowering, wanted);
  if (column !== undefined) changeColumn(table, column, action);
}

type ColumnAction = Extract<AlterAction, { readonly column: Identifier }>;

function changeColumn(table: ParsedTable, column: ParsedColumn, action: ColumnAction): void {
  switch (action.kind) {
    case "drop_column":
      return dropColumn(table, column);
    case "rename_column":
      return renameColumn(table, column, action.to);
    case "set_not_null":
      column.notNull = action.notNull;
      return;
    case "set_type":
      column.type = action.type;
      column.typeRegion = action.region;
      return;
    case "set_default":
      if (action.expression === undefined) delete column.defaultExpression;
      else setDefault(column, action.expression);
      return;
    case "set_identity":
      column.identity = action.identity;
      return;
    case "set_comment":
      column.comment = action.comment;
      return;
  }
}

function addAll(table: ParsedTable, added: ParsedTable, lowering: Lowering): void {
  table.columns.push(...added.columns);
  table.uniqueKeys.push(...added.uniqueKeys);
  table.foreignKeys.push(...added.foreignKeys);
  table.checks.push(...added.checks);
  Object.assign(table.properties, added.properties);
  if (added.primaryKey === null) return;
  if (table.primaryKey === null) table.primaryKey = added.primaryKey;
  else if (!isSameKey(table.primaryKey.columns, added.primaryKey.columns)) {
    const place = lowering.place(added.primaryKey.region);
    const detail = { table: table.name.name };
    lowering.refuse(diagnostic("DDL_SECOND_PRIMARY_KEY", detail, place), table);
  }
}

/** Keys and conditions that lose a column are gone with it. */
function dropColumn(table: ParsedTable, column: ParsedColumn): void {
  const { name } = column.name;
  const lacks = (key: { readonly columns: readonly Identifier[] }) =>
    key.columns.every((other) => other.name !== name);
  table.columns = table.columns.filter((other) => other !== column);
  if (table.primaryKey !== null && !lacks(table.primaryKey)) table.primaryKey = null;
  table.uniqueKeys = table.uniqueKeys.filter(lacks);
  table.foreignKeys = table.foreignKeys.filter(lacks);
  table.physicalColumns = table.physicalColumns.filter((each) => each.column.name !== name);
  table.checks = table.checks.filter(({ text }) => !namesColumn(text, name));
}

function renameColumn(table: ParsedTable, column: ParsedColumn, to: Identifier): void {
  const { name } = column.name;
  const renamed = <Key extends { readonly columns: readonly Identifier[] }>(key: Key): Key => ({
    ...key,
    columns: key.columns.map((other) => other.name === name ? to : other),
  });
  column.name = to;
  if (table.primaryKey !== null) table.primaryKey = renamed(table.primaryKey);
  table.uniqueKeys = table.uniqueKeys.map(renamed);
  table.foreignKeys = table.foreignKeys.map(renamed);
  for (const property of PHYSICAL) {
    const text = table.properties[property];
    if (text === undefined) continue;
    table.properties[property] = renameInText(text, { from: name, to: to.name });
  }
  table.physicalColumns = table.physicalColumns.map((each) =>
    each.column.name === name ? { ...each, column: to } : each
  );
  table.checks = table.checks.map((check) => ({
    ...check,
    text: renameInText(check.text, { from: name, to: to.name }),
  }));
}

/** Properties whose text names columns. */
const PHYSICAL = ["distkey", "sortkey", "cluster_by"];

function attachPartition(
  table: ParsedTable,
  action: Extract<AlterAction, { readonly kind: "attach_partition" }>,
  lowering: Lowering,
): void {
  const partition = lowering.catalog.find(action.partition, table);
  if (partition === undefined) return;
  lowering.catalog.remove(partition);
  const detail = { table: partition.name.name, parent: table.name.name };
  const place = lowering.place(action.partition.region);
  lowering.report(diagnostic("DDL_PARTITION_SKIPPED", detail, place));
}
