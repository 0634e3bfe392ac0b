import fc from "fast-check";
import { type Check, readCheck } from "../check.ts";
import type { Distribution } from "../distribution.ts";
import type { Column, ExperimentSchema, ForeignKey, Table } from "../experiment_schema.ts";
import type { LogicalType } from "../logical_type.ts";
import type { PerParent } from "../per_parent.ts";

/** Coherent schemas of every type, key and distribution, for property tests. */
export function arbitrarySchema(): fc.Arbitrary<ExperimentSchema> {
  const tableCounts = fc.integer({ min: 1, max: 4 });
  return fc.tuple(tableCounts, fc.option(dialect, { nil: undefined }), text).chain(
    ([count, chosenDialect, description]) =>
      fc.tuple(...Array.from({ length: count }, (_, place) => arbitraryTable(place))).map(
        (tables): ExperimentSchema => ({
          name: "random_schema",
          description,
          ...(chosenDialect && { dialect: chosenDialect }),
          ...(count % 2 === 0 && { locale: "fr" as const }),
          tables: withReferences(tables),
        }),
      ),
  )
    // fast-check makes records without a prototype; ours have one.
    .map((schema) => structuredClone(schema));
}

export const arbitraryType: fc.Arbitrary<LogicalType> = fc.oneof(
  fc.constantFrom<LogicalType>(
    { kind: "boolean" },
    { kind: "date" },
    { kind: "json" },
    { kind: "uuid" },
    { kind: "geography" },
    { kind: "interval" },
    { kind: "string", maxLength: null, fixed: false },
    { kind: "binary", maxLength: null },
  ),
  fc.constantFrom(8 as const, 16 as const, 32 as const, 64 as const).map((bits): LogicalType => ({
    kind: "integer",
    bits,
  })),
  fc.constantFrom(32 as const, 64 as const).map((bits): LogicalType => ({ kind: "float", bits })),
  fc.tuple(fc.integer({ min: 1, max: 38 }), fc.nat(37)).map(([precision, scale]): LogicalType => ({
    kind: "decimal",
    precision,
    scale: Math.min(scale, precision),
  })),
  fc.tuple(fc.integer({ min: 1, max: 70_000 }), fc.boolean()).map((
    [maxLength, fixed],
  ): LogicalType => ({ kind: "string", maxLength, fixed })),
  fc.integer({ min: 1, max: 70_000 }).map((maxLength): LogicalType => ({
    kind: "binary",
    maxLength,
  })),
  fc.tuple(fc.constantFrom("time" as const, "timestamp" as const), fc.nat(9), fc.boolean()).map((
    [kind, precision, zoned],
  ): LogicalType => ({ kind, precision, zoned })),
);

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const dialect = fc.constantFrom("redshift" as const, "snowflake" as const, "postgres" as const);
const level = fc.double({ min: 0.001, max: 1000, noNaN: true });
const mean = fc.integer({ min: -50, max: 50 });
const properties = fc.dictionary(fc.constantFrom("encode", "sortkey"), text);

const numericDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.constant<Distribution>({ kind: "uniform" }),
  fc.record({ kind: fc.constant("normal" as const), mean, stddev: level }),
  fc.record({ kind: fc.constant("lognormal" as const), mu: mean, sigma: level }),
  fc.record({ kind: fc.constant("exponential" as const), lambda: level }),
  fc.record({ kind: fc.constant("beta" as const), alpha: level, beta: level }),
  fc.record({ kind: fc.constant("poisson" as const), lambda: level }),
  fc.record({ kind: fc.constant("zipf" as const), exponent: level }),
  fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }).map(
    (values): Distribution => ({
      kind: "values",
      values: values.map((value, index) => ({ value, weight: index + 1 })),
    }),
  ),
);

interface Extras {
  readonly nullRate?: number;
  readonly generator?: string;
  readonly declaredType?: string;
  readonly comment?: string;
  readonly defaultExpression?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

const extras: fc.Arbitrary<Extras> = fc.record({
  nullRate: fc.double({ min: 0.01, max: 1, noNaN: true }),
  generator: fc.constantFrom("email", "person.firstName"),
  declaredType: text,
  comment: text,
  defaultExpression: text,
  properties,
}, { requiredKeys: [] });

function arbitraryColumn(name: string): fc.Arbitrary<Column> {
  return fc.tuple(arbitraryType, fc.boolean(), fc.boolean(), extras).chain(
    ([type, nullable, unique, { nullRate, ...rest }]) => {
      const column = {
        name,
        type,
        nullable,
        unique,
        ...rest,
        ...(nullable && nullRate !== undefined && { nullRate }),
      };
      return arbitraryRange(type).map((range): Column => ({ ...column, ...range }));
    },
  );
}

/** Room for small numbers is needed: a DECIMAL(3,3) holds nothing above 1. */
function arbitraryRange({ kind, ...type }: LogicalType): fc.Arbitrary<Partial<Column>> {
  if (kind === "date" || kind === "timestamp") {
    const start = fc.constantFrom("1999-12-31", "2024-02-29");
    const end = fc.constantFrom("2024-02-29", "2031-01-01");
    return fc.record({ dateRange: fc.record({ start, end }) }, { requiredKeys: [] });
  }
  const roomy = "precision" in type && "scale" in type && type.precision - type.scale >= 3;
  if (kind !== "integer" && kind !== "float" && !(kind === "decimal" && roomy)) {
    return fc.constant({});
  }
  const range = fc.record({
    min: fc.integer({ min: -100, max: 0 }),
    max: fc.integer({ min: 1, max: 100 }),
  });
  const identity = fc.record({ start: fc.integer(), step: fc.integer({ min: 1 }) });
  return fc.record({
    range,
    distribution: numericDistribution,
    ...(kind === "integer" && { identity }),
  }, { requiredKeys: [] });
}

/** Conditions that rules can say, and others. */
const checks: fc.Arbitrary<readonly Check[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(undefined, "mind_it"),
    text: fc.constantFrom(
      "column_0 > 0",
      "column_0 BETWEEN 1 AND 1e6 OR column_1 IS NULL",
      "char_length(column_1) <= 7 AND column_0 <> column_1",
      "column_1 ~ '^it''s (a|b)$'",
      "column_0 % 2 = 1",
      "column_0 IN (SELECT 1)",
    ),
  }).map(({ name, text: condition }) => {
    const columns = ["column_0", "column_1"];
    return readCheck(condition, { columns, table: "t", ...(name && { name }) });
  }),
  { maxLength: 3, selector: ({ name, text: condition }) => `${name}\0${condition}` },
);

function arbitraryTable(place: number): fc.Arbitrary<Table> {
  const columns = fc.integer({ min: 2, max: 5 }).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => arbitraryColumn(`column_${index}`)))
  );
  const options = fc.tuple(fc.boolean(), fc.boolean(), fc.nat(10_000), properties, checks);
  return fc.tuple(columns, options).map(
    ([drawn, [keyed, composite, targetRows, kept, conditions]]): Table => ({
      name: `table_${place}`,
      ...(keyed &&
        { schemaName: "sales", comment: "Kept", properties: kept }),
      targetRows,
      columns: drawn.map((column, index) => index === 0 ? asKey(column) : column),
      primaryKey: keyed ? ["column_0"] : [],
      uniqueKeys: composite ? [["column_0", "column_1"]] : [],
      foreignKeys: [],
      compositeKeys: composite ? [["column_1", "column_0"]] : [],
      ...(conditions.length > 0 && { checks: conditions }),
      warnings: composite ? ["Mind the gap"] : [],
    }),
  );
}

function asKey({ nullRate: _, ...column }: Column): Column {
  const type: LogicalType = { kind: "integer", bits: 64 };
  return { name: column.name, type, nullable: false, unique: true };
}

const LAWS: Readonly<Record<number, PerParent>> = {
  1: { kind: "range", min: 0, max: 7 },
  2: { kind: "zipf", exponent: 1.1, childless: 0.25 },
  3: { kind: "constant", count: 3 },
};

/** Every other table references the one before it: at its first column, or with a name. */
function withReferences(tables: readonly Table[]): readonly Table[] {
  return tables.map((table, place) => {
    if (place === 0) return table;
    const reference: ForeignKey = {
      ...(place % 2 === 0 && { name: "named" }),
      columns: ["column_0"],
      referencesTable: `table_${place - 1}`,
      referencesColumns: ["column_0"],
      ...LAWS[place % 5] && { perParent: LAWS[place % 5] },
    };
    return { ...table, foreignKeys: [reference] };
  });
}
