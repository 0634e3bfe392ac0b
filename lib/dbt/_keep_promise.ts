import { diagnostic } from "../errors/mod.ts";
import {
  type Column,
  keyIdentity,
  keysOf,
  renderType,
  type Table,
  validateSchema,
} from "../schema/mod.ts";
import type { Merging } from "./_merging.ts";
import type { PromiseAt } from "./promise.ts";

export interface PromiseOfTable {
  readonly promise: PromiseAt;
  /** The experiment's name of the table. */
  readonly name: string;
}

/** Makes a promise about a table alone part of its schema. */
export function keepPromise(merging: Merging, { promise, name }: PromiseOfTable): void {
  if (promise.kind === "relationship") return;
  const table = merging.table(name)!;
  const columns = merging.columns(table, promise.columns, promise.place);
  if (columns === null) return;
  switch (promise.kind) {
    case "unique":
      return makeUnique(merging, table, columns);
    case "not_null":
      return makeRequired(merging, table, columns);
    case "primary_key":
      return makePrimary(merging, { table, columns, promise });
    default:
      return describeValues(merging, { table, column: columns[0]!, promise });
  }
}

/** A key of several columns is one of the table's; a single column is unique by itself. */
export function makeUnique(merging: Merging, table: Table, columns: readonly Column[]): void {
  const key = columns.map(({ name }) => name);
  if (keysOf(table).some((each) => keyIdentity(each) === keyIdentity(key))) return;
  merging.count("unique");
  const [only] = columns;
  if (columns.length === 1) return merging.changeColumn(table, { ...only!, unique: true });
  merging.change({ ...table, uniqueKeys: [...table.uniqueKeys, key] });
}

function makeRequired(merging: Merging, table: Table, columns: readonly Column[]): void {
  const names = new Set(columns.filter(({ nullable }) => nullable).map(({ name }) => name));
  if (names.size === 0) return;
  merging.count("not_null");
  merging.change({
    ...table,
    columns: table.columns.map((column) => {
      if (!names.has(column.name)) return column;
      const { nullRate: _, ...rest } = column;
      return { ...rest, nullable: false };
    }),
  });
}

function makePrimary(
  merging: Merging,
  { table, columns, promise }: {
    readonly table: Table;
    readonly columns: readonly Column[];
    readonly promise: PromiseAt;
  },
): void {
  const key = columns.map(({ name }) => name);
  makeRequired(merging, table, columns);
  const required = merging.table(table.name)!;
  const known = [table.primaryKey, ...table.compositeKeys].map(keyIdentity);
  if (known.includes(keyIdentity(key))) return;
  if (table.primaryKey.length > 0) {
    const declared = table.compositeKeys[0] ?? table.primaryKey;
    const detail = { table: table.name, columns: declared, others: key };
    merging.report(diagnostic("DBT_PRIMARY_KEY_DIFFERS", detail, promise.place));
    return makeUnique(merging, required, merging.columns(required, key, promise.place)!);
  }
  merging.count("primary_key");
  const [only] = key;
  merging.change({
    ...required,
    primaryKey: key,
    columns: required.columns.map((column) =>
      key.length === 1 && column.name === only ? { ...column, unique: true } : column
    ),
  });
}

interface ValuesOptions {
  readonly table: Table;
  readonly column: Column;
  readonly promise: Extract<PromiseAt, { kind: "accepted_values" | "range" }>;
}

/** A column that refers to another table has that table's values, whatever they are. */
function describeValues(merging: Merging, { table, column, promise }: ValuesOptions): void {
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return;
  const changed = promise.kind === "range"
    ? ranged(column, promise)
    : listed(column, promise.values);
  if (isCoherent(changed)) {
    merging.count(promise.kind);
    return merging.changeColumn(table, changed);
  }
  const path = `${table.name}.${column.name}`;
  const type = renderType(column.type);
  if (promise.kind === "range") {
    merging.report(diagnostic("DBT_RANGE_MISFIT", { column: path, type }, promise.place));
    return;
  }
  const value = String(promise.values.find((each) => !isCoherent(listed(column, [each]))));
  const detail = { column: path, type, value };
  merging.report(diagnostic("DBT_VALUES_MISFIT", detail, promise.place));
}

function ranged(
  column: Column,
  { min, max }: { readonly min?: number; readonly max?: number },
): Column {
  const { distribution, ...rest } = column;
  const range = {
    ...column.range,
    ...min !== undefined && { min },
    ...max !== undefined && { max },
  };
  // A list of values is more exact than any range.
  return distribution?.kind === "values"
    ? column
    : { ...rest, ...distribution && { distribution }, range };
}

/** dbt writes values as texts whatever the column holds. Those seen in a sample keep their weight. */
function listed(column: Column, values: readonly (string | number | boolean)[]): Column {
  const { generator: _, range: __, dateRange: ___, ...rest } = column;
  const weights = column.distribution?.kind === "values" ? column.distribution.values : [];
  const known = new Map(weights.map(({ value, weight }) => [value, weight]));
  const read = values.map((value) => readAs(column.type.kind, value));
  const anyKnown = read.some((value) => known.has(value));
  return {
    ...rest,
    distribution: {
      kind: "values",
      values: read.map((value) => ({ value, weight: anyKnown ? known.get(value) ?? 0 : 1 })),
    },
  };
}

function readAs(
  kind: Column["type"]["kind"],
  value: string | number | boolean,
): string | number | boolean {
  switch (kind) {
    case "integer":
    case "decimal":
    case "float":
      return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
        ? Number(value)
        : value;
    case "boolean":
      if (/^(true|1)$/i.test(String(value))) return true;
      return /^(false|0)$/i.test(String(value)) ? false : value;
    default:
      return String(value);
  }
}

function isCoherent(column: Column): boolean {
  const alone = {
    ...{ name: "x", targetRows: 1, columns: [column], primaryKey: [], uniqueKeys: [] },
    ...{ foreignKeys: [], compositeKeys: [], warnings: [] },
  };
  return validateSchema({ name: "x", dialect: "postgres", tables: [alone] }).length === 0;
}
