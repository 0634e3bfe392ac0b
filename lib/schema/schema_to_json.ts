import { present } from "./_json_path.ts";
import type { ExperimentJson, PerParentJson } from "./_json_shape.ts";
import type { Distribution } from "./distribution.ts";
import type { Column, ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";
import type { LogicalType } from "./logical_type.ts";
import type { PerParent } from "./per_parent.ts";

type TableJson = ExperimentJson["tables"][number];
type ColumnJson = TableJson["columns"][number];

/**
 * Writes a schema as the JSON it could have come from. Fields that say nothing new are left out.
 *
 * @param schema A coherent schema.
 * @returns Plain data; `parseSchemaValue` gives the same schema back.
 */
export function schemaToJson(schema: ExperimentSchema): ExperimentJson {
  return present<ExperimentJson>({
    name: schema.name,
    description: schema.description,
    dialect: schema.dialect,
    locale: schema.locale,
    tables: schema.tables.map(tableToJson),
  });
}

/** One table of it. */
export function tableToJson(table: Table): TableJson {
  const inlineCount = countInline(table);
  const inline = new Map(
    table.foreignKeys.slice(0, inlineCount).map((key) => [key.columns[0]!.toLowerCase(), key]),
  );
  return present<TableJson>({
    name: table.name,
    schema_name: table.schemaName,
    name_in_schema: table.nameInSchema,
    comment: table.comment,
    target_rows: table.targetRows,
    columns: table.columns.map((column) =>
      columnToJson(column, inline.get(column.name.toLowerCase()))
    ),
    primary_key: filled(table.primaryKey),
    unique_keys: filled(table.uniqueKeys)?.map((key) => [...key]),
    foreign_keys: filled(table.foreignKeys.slice(inlineCount))?.map(foreignKeyToJson),
    composite_keys: filled(table.compositeKeys)?.map((key) => [...key]),
    checks: filled(table.checks ?? [])?.map(({ name, text }) =>
      name === undefined ? text : { name, text }
    ),
    properties: table.properties && { ...table.properties },
    warnings: filled(table.warnings),
  });
}

/**
 * How many of the foreign keys stand at their column: the leading ones that have no name and one
 * column, as long as they follow the order of the columns. So reading gives the same order back.
 */
function countInline({ columns, foreignKeys }: Table): number {
  const places = new Map(columns.map(({ name }, place) => [name.toLowerCase(), place]));
  let last = -1;
  const stop = foreignKeys.findIndex((key) => {
    if (key.columns.length !== 1 || key.name !== undefined) return true;
    const place = places.get(key.columns[0]!.toLowerCase()) ?? -1;
    if (place <= last) return true;
    last = place;
    return false;
  });
  return stop === -1 ? foreignKeys.length : stop;
}

function foreignKeyToJson(key: ForeignKey): NonNullable<TableJson["foreign_keys"]>[number] {
  return present({
    name: key.name,
    columns: [...key.columns],
    references_table: key.referencesTable,
    references_columns: [...key.referencesColumns],
    per_parent: key.perParent && perParentToJson(key.perParent),
  });
}

/** Field by field the same law, whose name alone is called otherwise. */
function perParentToJson({ kind, ...law }: PerParent): PerParentJson {
  return { type: kind, ...law } as PerParentJson;
}

function columnToJson(column: Column, foreignKey: ForeignKey | undefined): ColumnJson {
  return present<ColumnJson>({
    name: column.name,
    ...typeToJson(column.type),
    declared_type: column.declaredType,
    required: column.nullable ? false : undefined,
    null_rate: column.nullRate,
    is_unique: column.unique ? true : undefined,
    faker_rule: column.generator,
    min_value: column.range?.min,
    max_value: column.range?.max,
    date_start: column.dateRange?.start,
    date_end: column.dateRange?.end,
    distribution: column.distribution && distributionToJson(column.distribution),
    foreign_key: foreignKey && present({
      references_table: foreignKey.referencesTable,
      references_column: foreignKey.referencesColumns[0]!,
      per_parent: foreignKey.perParent && perParentToJson(foreignKey.perParent),
    }),
    rule: column.rule?.text,
    pattern: column.pattern,
    default_share: column.defaultShare,
    identity: column.identity && { ...column.identity },
    default: column.defaultExpression,
    comment: column.comment,
    properties: column.properties && { ...column.properties },
  });
}

const INTEGER_WORDS = { 8: "TINYINT", 16: "SMALLINT", 32: "INT", 64: "BIGINT" } as const;

function typeToJson(type: LogicalType): Pick<ColumnJson, "data_type"> & Partial<ColumnJson> {
  switch (type.kind) {
    case "integer":
      return { data_type: INTEGER_WORDS[type.bits] };
    case "decimal":
      return { data_type: "DECIMAL", precision: type.precision, scale: type.scale };
    case "float":
      return { data_type: type.bits === 32 ? "REAL" : "FLOAT" };
    case "string":
      if (type.maxLength === null) return { data_type: type.fixed ? "CHAR" : "TEXT" };
      return { data_type: type.fixed ? "CHAR" : "VARCHAR", varchar_length: type.maxLength };
    case "binary":
      return { data_type: "BINARY", length: type.maxLength ?? undefined };
    case "time":
    case "timestamp":
      return {
        data_type: `${type.kind.toUpperCase()}${type.zoned ? "TZ" : ""}`,
        fractional_seconds: type.precision,
      };
    default:
      return { data_type: type.kind.toUpperCase() };
  }
}

function distributionToJson(distribution: Distribution): ColumnJson["distribution"] {
  switch (distribution.kind) {
    case "uniform":
      return { type: "uniform" };
    case "values":
      return { type: "values", values: distribution.values.map((each) => ({ ...each })) };
    case "normal":
      return parameters("normal", { mean: distribution.mean, stddev: distribution.stddev });
    case "lognormal":
      return parameters("lognormal", { mu: distribution.mu, sigma: distribution.sigma });
    case "exponential":
      return parameters("exponential", { lambda: distribution.lambda });
    case "beta":
      return parameters("beta", { alpha: distribution.alpha, beta: distribution.beta });
    case "poisson":
      return parameters("poisson", { lambda: distribution.lambda });
    case "zipf":
      return parameters("zipf", { exponent: distribution.exponent });
  }
}

function parameters<Kind extends string, Values>(type: Kind, values: Values) {
  return { type, parameters: values };
}

function filled<Entry>(entries: readonly Entry[]): Entry[] | undefined {
  return entries.length === 0 ? undefined : [...entries];
}
