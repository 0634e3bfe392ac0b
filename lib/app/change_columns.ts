import {
  type ExperimentSchema,
  findColumn,
  findTable,
  parseSchemaValue,
  schemaToJson,
} from "../schema/mod.ts";

/** Fields of a column that decide its values, as the JSON of schemas names them. */
export const CHANGEABLE_FIELDS = [
  "faker_rule",
  "null_rate",
  "min_value",
  "max_value",
  "date_start",
  "date_end",
  "distribution",
] as const;

export type ChangeableField = typeof CHANGEABLE_FIELDS[number];

/** New values of such fields; null takes a field away. */
export type ColumnChange = Readonly<Partial<Record<ChangeableField, unknown>>>;

/** Changes by table and column, upper and lower case alike. */
export type ColumnChanges = Readonly<Record<string, Readonly<Record<string, ColumnChange>>>>;

/**
 * Changes how values of columns are made, before an experiment is kept.
 *
 * @param schema A coherent schema.
 * @param changes What is to be another.
 * @returns The schema with the changes, checked like any other.
 * @throws DwSimError TABLE_NOT_FOUND, COLUMN_NOT_FOUND, SCHEMA_INVALID.
 */
export function changeColumns(
  schema: ExperimentSchema,
  changes: ColumnChanges,
): ExperimentSchema {
  if (Object.keys(changes).length === 0) return schema;
  const json = schemaToJson(schema);
  const wanted = new Map<string, ColumnChange>();
  for (const [tableName, columns] of Object.entries(changes)) {
    const table = findTable(schema, tableName);
    for (const [columnName, change] of Object.entries(columns)) {
      wanted.set(keyOf(table.name, findColumn(table, columnName).name), change);
    }
  }
  const tables = json.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      changed(column, wanted.get(keyOf(table.name, column.name)) ?? {})
    ),
  }));
  return parseSchemaValue({ ...json, tables }, { source: "The schema with your changes" });
}

function keyOf(table: string, column: string): string {
  return JSON.stringify([table, column]);
}

function changed(column: object, change: ColumnChange): object {
  const fields = CHANGEABLE_FIELDS.filter((field) => change[field] !== undefined);
  const merged = {
    ...column,
    ...Object.fromEntries(fields.map((field) => [field, change[field]])),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
