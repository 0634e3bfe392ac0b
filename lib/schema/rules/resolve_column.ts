import { columnNamed } from "../check.ts";
import type { Column, ExperimentSchema, ForeignKey, Table } from "../experiment_schema.ts";
import { tablesByName } from "../find_table.ts";
import type { Expression } from "./expression.ts";

type ColumnNode = Extract<Expression, { kind: "column" }>;

/** The column that a name in a rule stands for, or why it stands for none. */
export type ResolvedColumn =
  | { readonly kind: "own"; readonly column: Column }
  | {
    readonly kind: "parent";
    readonly column: Column;
    readonly table: Table;
    readonly foreignKey: ForeignKey;
  }
  /** `known` are the names that could have been meant. */
  | { readonly kind: "unknown"; readonly name: string; readonly known: readonly string[] }
  /** More than one foreign key leads to the table; `known` are their columns. */
  | { readonly kind: "ambiguous"; readonly name: string; readonly known: readonly string[] };

/**
 * Finds the column that a rule names: of the same row, or, as `orders.order_date` or
 * `order_id.order_date`, of the row that a foreign key leads to.
 *
 * @param node The name.
 * @param table The table of the rule.
 * @param schema The whole schema.
 */
export function resolveColumn(
  node: ColumnNode,
  table: Table,
  schema: ExperimentSchema,
): ResolvedColumn {
  if (node.of === undefined || node.of.toLowerCase() === table.name.toLowerCase()) {
    const column = columnIn(table, node.name);
    if (column !== undefined) return { kind: "own", column };
    return { kind: "unknown", name: node.name, known: table.columns.map(({ name }) => name) };
  }
  const found = keysTo(table, node.of);
  const [foreignKey, ...others] = found;
  if (foreignKey === undefined) {
    const known = table.foreignKeys.flatMap((key) => [key.referencesTable, ...key.columns]);
    return { kind: "unknown", name: node.of, known: [...new Set(known)] };
  }
  if (others.length > 0) {
    return { kind: "ambiguous", name: node.of, known: found.map(({ columns }) => columns[0]!) };
  }
  const parent = tablesByName(schema).get(foreignKey.referencesTable.toLowerCase());
  const column = parent && columnIn(parent, node.name);
  if (parent !== undefined && column !== undefined) {
    return { kind: "parent", column, table: parent, foreignKey };
  }
  const known = parent?.columns.map(({ name }) => name) ?? [];
  return { kind: "unknown", name: node.name, known };
}

function columnIn({ columns }: Table, wanted: string): Column | undefined {
  const name = columnNamed(columns.map((column) => column.name), wanted);
  return columns.find((column) => column.name === name);
}

/** The foreign keys that a column of theirs, or else their table, names. */
function keysTo({ foreignKeys }: Table, name: string): readonly ForeignKey[] {
  const wanted = name.toLowerCase();
  const byColumn = foreignKeys.filter(({ columns }) =>
    columns.some((column) => column.toLowerCase() === wanted)
  );
  if (byColumn.length > 0) return byColumn.slice(0, 1);
  return foreignKeys.filter(({ referencesTable }) => referencesTable.toLowerCase() === wanted);
}
