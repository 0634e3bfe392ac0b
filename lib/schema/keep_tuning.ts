import type { ColumnJson, ExperimentJson, TableJson } from "./_json_shape.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";
import { schemaToJson } from "./schema_to_json.ts";

/** Fields of a column that say how its values are made, not what it is. */
const TUNING_FIELDS = [
  ...["faker_rule", "null_rate", "min_value", "max_value", "date_start", "date_end"],
  ...["distribution", "rule", "pattern", "default_share"],
] as const satisfies readonly (keyof ColumnJson)[];

/** Fields that may change without making a column another one. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
  ...TUNING_FIELDS,
  ...["comment", "properties", "default", "declared_type", "foreign_key"],
]);

export interface KeepTuningOptions {
  /** Whether tables keep how many rows they had. */
  readonly keepsRows: boolean;
}

/**
 * Carries over to a new schema of the same warehouse what was set by hand in the former one: how the
 * values of columns are made, rows of tables, children of parents, the locale. A column that is
 * declared otherwise now is made as its new declaration says.
 *
 * @param next The new schema.
 * @param former The one it takes the place of.
 * @returns The new schema with the old settings.
 * @throws DwSimError SCHEMA_INVALID when a setting does not fit the new schema, such as a rule that
 * names a column which is gone.
 */
export function keepTuning(
  next: ExperimentSchema,
  former: ExperimentSchema,
  { keepsRows }: KeepTuningOptions,
): ExperimentSchema {
  const [json, old] = [schemaToJson(next), schemaToJson(former)];
  const tablesBefore = new Map(old.tables.map((table) => [table.name.toLowerCase(), table]));
  const merged: ExperimentJson = {
    ...json,
    ...json.description === undefined && defined({ description: old.description }),
    ...json.locale === undefined && defined({ locale: old.locale }),
    tables: json.tables.map((table) => {
      const before = tablesBefore.get(table.name.toLowerCase());
      return before === undefined ? table : keepOfTable(table, before, keepsRows);
    }),
  };
  return parseSchemaValue(merged, { source: "The new schema with the settings of the former one" });
}

function keepOfTable(table: TableJson, before: TableJson, keepsRows: boolean): TableJson {
  const columnsBefore = new Map(before.columns.map((each) => [each.name.toLowerCase(), each]));
  return {
    ...table,
    ...keepsRows && { target_rows: before.target_rows },
    columns: table.columns.map((column) => {
      const old = columnsBefore.get(column.name.toLowerCase());
      return old === undefined ? column : keepOfColumn(column, old);
    }),
    ...table.foreign_keys !== undefined && {
      foreign_keys: table.foreign_keys.map((key) => {
        const same = before.foreign_keys?.find((old) =>
          old.references_table === key.references_table &&
          old.columns.join("\0") === key.columns.join("\0")
        );
        return { ...key, ...defined({ per_parent: same?.per_parent }) };
      }),
    },
  };
}

function keepOfColumn(column: ColumnJson, before: ColumnJson): ColumnJson {
  if (declaration(column) !== declaration(before)) return column;
  const [key, oldKey] = [column.foreign_key, before.foreign_key];
  const isSameKey = key?.references_table === oldKey?.references_table;
  return {
    ...column,
    ...Object.fromEntries(
      TUNING_FIELDS.filter((field) => before[field] !== undefined)
        .map((field) => [field, before[field]]),
    ),
    ...key !== undefined && isSameKey && {
      foreign_key: { ...key, ...defined({ per_parent: oldKey?.per_parent }) },
    },
  };
}

/** What a column is, as a text that can be compared. */
function declaration(column: ColumnJson): string {
  const fields = Object.entries(column).filter(([field]) => !BESIDE_THE_POINT.has(field));
  return JSON.stringify(fields.sort(([a], [b]) => a < b ? -1 : 1));
}

/** Without what is not there. */
function defined<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
