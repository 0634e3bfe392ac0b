import type { GeneratorsByColumn, schemaToJson } from "../lib/app/mod.ts";
import { own } from "./own.ts";

/** An experiment's schema as JSON, wherever it came from. */
export type SchemaJson = ReturnType<typeof schemaToJson>;
export type TableJson = SchemaJson["tables"][number];
export type ColumnJson = TableJson["columns"][number];

/** A reference as people read it. */
export interface ReferenceView {
  readonly columns: readonly string[];
  readonly table: string;
  readonly referencesColumns: readonly string[];
}

/** A column, ready to be shown. */
export interface ColumnView {
  readonly name: string;
  /** `DECIMAL(10,2)`, as the DDL wrote it where there was DDL. */
  readonly type: string;
  readonly isKey: boolean;
  readonly isUnique: boolean;
  readonly isNullable: boolean;
  /** The table that it leads to, as part of a foreign key. */
  readonly references: string | null;
  /** Null where keys decide. */
  readonly generator: string | null;
  readonly nullRate: number | null;
  readonly range: string | null;
  readonly distribution: string | null;
  /** Physical properties, defaults and identity: kept and shown. */
  readonly notes: readonly string[];
  readonly comment: string | null;
  readonly json: ColumnJson;
}

/** A table, ready to be shown. */
export interface TableView {
  readonly name: string;
  readonly fullName: string;
  readonly comment: string | null;
  readonly targetRows: number;
  readonly columns: readonly ColumnView[];
  readonly primaryKey: readonly string[];
  readonly compositeKeys: readonly (readonly string[])[];
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly references: readonly ReferenceView[];
  readonly properties: readonly string[];
  readonly warnings: readonly string[];
}

/** Views of tables without generators: a page of two hundred of them is asked for over and over. */
const KNOWN = new WeakMap<TableJson, TableView>();

/** Makes of a table's JSON what is shown of it. */
export function tableView(table: TableJson, generators?: GeneratorsByColumn[string]): TableView {
  if (generators !== undefined) return makeView(table, generators);
  const known = KNOWN.get(table) ?? makeView(table, {});
  KNOWN.set(table, known);
  return known;
}

function makeView(table: TableJson, generators: GeneratorsByColumn[string]): TableView {
  const inline = table.columns.flatMap(({ name, foreign_key: key }) =>
    key === undefined ? [] : [{
      columns: [name],
      table: key.references_table,
      referencesColumns: [key.references_column],
    }]
  );
  const references = [
    ...inline,
    ...(table.foreign_keys ?? []).map((key) => ({
      columns: key.columns,
      table: key.references_table,
      referencesColumns: key.references_columns ?? [],
    })),
  ];
  const primaryKey = table.primary_key ?? [];
  return {
    name: table.name,
    fullName: table.schema_name === undefined
      ? table.name
      : `${table.schema_name}.${table.name_in_schema ?? table.name}`,
    comment: table.comment ?? null,
    targetRows: table.target_rows,
    columns: table.columns.map((column) =>
      columnView(column, {
        isKey: primaryKey.includes(column.name),
        references: references.find(({ columns }) => columns.includes(column.name))?.table ?? null,
        generator: own(generators, column.name) ?? null,
      })
    ),
    primaryKey,
    compositeKeys: table.composite_keys ?? [],
    uniqueKeys: table.unique_keys ?? [],
    references,
    properties: Object.entries(table.properties ?? {}).map(([name, value]) => `${name} ${value}`),
    warnings: table.warnings ?? [],
  };
}

function columnView(
  column: ColumnJson,
  known: Pick<ColumnView, "isKey" | "references" | "generator">,
): ColumnView {
  const properties = Object.entries(column.properties ?? {});
  return {
    ...known,
    name: column.name,
    type: column.declared_type ?? typeText(column),
    isUnique: column.is_unique ?? false,
    isNullable: column.required === false,
    nullRate: column.null_rate ?? null,
    range: rangeText(column),
    distribution: column.distribution === undefined ? null : distributionText(column.distribution),
    notes: [
      ...column.identity === undefined ? [] : ["identity"],
      ...column.default === undefined ? [] : [`default ${column.default}`],
      ...properties.map(([name, value]) => `${name} ${value}`),
    ],
    comment: column.comment ?? null,
    json: column,
  };
}

function typeText(
  { data_type: type, varchar_length, length, precision, scale }: ColumnJson,
): string {
  const size = varchar_length ?? length;
  if (size !== undefined) return `${type}(${size})`;
  return precision === undefined ? type : `${type}(${precision},${scale ?? 0})`;
}

function rangeText(column: ColumnJson): string | null {
  const low = column.min_value ?? column.date_start;
  const high = column.max_value ?? column.date_end;
  if (low === undefined && high === undefined) return null;
  if (high === undefined) return `from ${low}`;
  return low === undefined ? `to ${high}` : `${low} to ${high}`;
}

/** `normal, mean 50, stddev 20` */
export function distributionText(distribution: NonNullable<ColumnJson["distribution"]>): string {
  if (distribution.type === "values") {
    const { values } = distribution;
    const count = Array.isArray(values) ? values.length : Object.keys(values).length;
    return `${count} weighted values`;
  }
  const parameters = Object.entries(distribution.parameters ?? {});
  return [distribution.type, ...parameters.map(([name, value]) => `${name} ${value}`)].join(", ");
}
