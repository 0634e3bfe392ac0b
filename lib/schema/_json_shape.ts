import { z } from "zod";
import { SCHEMA_LIMITS } from "./limits.ts";
import { LOCALES } from "./locale.ts";
import { COMMON_TYPE_WORDS } from "./parse_data_type.ts";

/**
 * The shape of the JSON people write: which fields there are and what each holds. What the values
 * mean together is validated later, on the schema itself.
 */
const positive = z.number().positive();
const name = z.string().meta({ description: "Letters, digits and underscores." });
const columnNames = z.array(z.string());

const weightedValue = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  weight: z.number().min(0).meta({ description: "Relative; the weights need not sum to 1." }),
});

const weightedValues = z.union([
  z.array(weightedValue),
  z.record(z.string(), z.number().min(0)),
]).meta({ description: 'A list of {value, weight}, or an object: {"A": 3, "B": 1}.' });

/** The parameters of every distribution that has any. */
/** What each distribution takes. */
export const PARAMETERS = {
  normal: { mean: z.number(), stddev: positive },
  lognormal: { mu: z.number(), sigma: positive },
  exponential: { lambda: positive },
  beta: { alpha: positive, beta: positive },
  poisson: { lambda: positive },
  zipf: { exponent: positive },
} as const;

function withParameters<Kind extends keyof typeof PARAMETERS>(kind: Kind) {
  return z.strictObject({
    type: z.literal(kind),
    parameters: z.strictObject(PARAMETERS[kind]),
  });
}

const distribution = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("uniform"), parameters: z.strictObject({}).optional() }),
  withParameters("normal"),
  withParameters("lognormal"),
  withParameters("exponential"),
  withParameters("beta"),
  withParameters("poisson"),
  withParameters("zipf"),
  z.strictObject({ type: z.literal("values"), values: weightedValues }),
]).meta({ description: "How the values spread over the range." });

const childless = z.number().min(0).lt(1).optional().meta({
  description: "Share of parents without any; all others then have at least one.",
});
const childCount = z.int().min(0).max(SCHEMA_LIMITS.childCountMax);

/** What each law of child counts asks for. */
const CHILD_LAWS = {
  constant: { count: childCount.min(1) },
  range: { min: childCount, max: childCount.min(1) },
  poisson: { mean: positive },
  zipf: { exponent: positive },
} as const;

function childLaw<Kind extends keyof typeof CHILD_LAWS>(kind: Kind) {
  return z.strictObject({ type: z.literal(kind), ...CHILD_LAWS[kind], childless });
}

const perParent = z.discriminatedUnion("type", [
  childLaw("constant"),
  childLaw("range"),
  childLaw("poisson"),
  childLaw("zipf"),
]).meta({ description: "How many rows each parent has." });

const columnForeignKey = z.strictObject({
  references_table: z.string(),
  references_column: z.string(),
  nullable: z.boolean().optional(),
  per_parent: perParent.optional(),
}).meta({ description: "The parent column whose values this column takes." });

const tableForeignKey = z.strictObject({
  name: z.string().optional(),
  columns: columnNames.min(1),
  references_table: z.string(),
  references_columns: columnNames.optional().meta({
    description: "In the order of columns; absent means the parent's primary key.",
  }),
  per_parent: perParent.optional(),
}).meta({ description: "Columns whose values together are a key of the parent." });

const properties = z.record(z.string(), z.string()).optional().meta({
  description: "Physical properties of the warehouse; kept and shown, not used.",
});

const column = z.strictObject({
  name,
  data_type: z.string().meta({
    description: "A type in any case, with or without brackets: INT, VARCHAR(100), DECIMAL(10,2).",
    examples: [...COMMON_TYPE_WORDS],
  }),
  varchar_length: z.int().optional().meta({ description: "Characters a string may have." }),
  length: z.int().optional().meta({ description: "Characters of a string, bytes of a BINARY." }),
  precision: z.int().optional().meta({ description: "Digits of a DECIMAL in all." }),
  scale: z.int().optional().meta({ description: "Digits of a DECIMAL after the point." }),
  fractional_seconds: z.int().optional().meta({
    description: "Digits of a second of a TIME or TIMESTAMP, 0 to 9; 6 by default.",
  }),
  required: z.boolean().optional().meta({
    description: "Whether every row has a value; true by default.",
  }),
  null_rate: z.number().optional().meta({ description: "Share of NULLs, 0 to 1." }),
  is_unique: z.boolean().optional().meta({ description: "No two rows share a value." }),
  faker_rule: z.string().min(1).optional().meta({
    description: "What makes the values: a rule of dw-sim, of Faker-JS or of Python's Faker.",
    examples: ["email", "person.firstName", "first_name"],
  }),
  min_value: z.number().optional().meta({ description: "Lowest value of a numeric column." }),
  max_value: z.number().optional().meta({ description: "Highest value of a numeric column." }),
  date_start: z.string().optional().meta({ description: "First day or instant, ISO 8601." }),
  date_end: z.string().optional().meta({ description: "Last day or instant, ISO 8601." }),
  distribution: distribution.optional(),
  foreign_key: columnForeignKey.optional(),
  rule: z.string().min(1).optional().meta({
    description: "What the value is made of: other columns of the row, and of referenced rows.",
    examples: ["quantity * price", "created_at + 1..30 days", "orders.order_date + 0..3 days"],
  }),
  pattern: z.string().min(1).optional().meta({
    description: "What texts look like, as a regular expression.",
    examples: ["[A-Z]{2}-\\d{4}", "(red|green|blue)-[a-f0-9]{6,8}"],
  }),
  default_share: z.number().min(0).max(1).optional().meta({
    description: "Share of rows that have the value of the default, where that is a plain value.",
  }),
  identity: z.strictObject({ start: z.int().optional(), step: z.int().optional() }).optional()
    .meta({ description: "Counts rows: start, start + step, …; both are 1 by default." }),
  default: z.union([z.string(), z.number(), z.boolean()]).optional().meta({
    description: "DEFAULT expression of the DDL; some rows have it where it is a plain value.",
  }),
  declared_type: z.string().optional().meta({ description: "The type as the DDL wrote it." }),
  comment: z.string().optional(),
  properties,
});

const check = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().optional(), text: z.string().min(1) }),
]).meta({
  description: "A condition that no row may fail, in SQL.",
  examples: ["price > 0", { name: "dates_in_order", text: "started_on <= ended_on" }],
});

const table = z.strictObject({
  name,
  schema_name: z.string().optional().meta({ description: "Namespace of the warehouse." }),
  name_in_schema: z.string().optional().meta({
    description: "What it is called in that namespace, where `name` had to be another one.",
  }),
  comment: z.string().optional(),
  target_rows: z.int().min(0).max(SCHEMA_LIMITS.targetRowsMax).meta({
    description: "How many rows to make.",
  }),
  columns: z.array(column).min(1).max(SCHEMA_LIMITS.columnCountMax),
  primary_key: columnNames.optional().meta({
    description: "Of several columns: their tuples are unique, and a _row_id column is added.",
  }),
  unique_keys: z.array(columnNames).optional(),
  foreign_keys: z.array(tableForeignKey).optional(),
  composite_keys: z.array(columnNames).optional().meta({
    description: "Keys of several columns whose tuples stay unique beside a _row_id.",
  }),
  checks: z.array(check).max(SCHEMA_LIMITS.checkCountMax).optional().meta({
    description: "Conditions that no row may fail; generated rows meet those that can be followed.",
  }),
  properties,
  warnings: z.array(z.string()).optional().meta({ description: "Advice for people." }),
});

export const experimentShape = z.strictObject({
  name: z.string().meta({ description: "Letters A to Z, digits and underscores." }),
  description: z.string().optional(),
  dialect: z.enum(["redshift", "snowflake", "postgres"]).optional().meta({
    description: "The warehouse whose names and types the schema follows.",
  }),
  locale: z.enum(LOCALES).optional().meta({
    description: "Whose names, towns and words texts are made of; English by default.",
  }),
  tables: z.array(table).min(1).max(SCHEMA_LIMITS.tableCountMax),
}).meta({ title: "dw-sim experiment", description: "Tables, columns, keys and row counts." });

export type ExperimentJson = z.output<typeof experimentShape>;
export type TableJson = ExperimentJson["tables"][number];
export type ColumnJson = TableJson["columns"][number];
export type PerParentJson = z.output<typeof perParent>;
export type DistributionJson = NonNullable<ColumnJson["distribution"]>;

const CHILD_LAW_FIELDS = [
  ...new Set(["type", ...Object.values(CHILD_LAWS).flatMap(Object.keys), "childless"]),
];

/** The fields that belong at a place, by its JSON path without indexes. */
export const FIELDS_AT: Readonly<Record<string, readonly string[]>> = {
  "$": Object.keys(experimentShape.shape),
  "$.tables[]": Object.keys(table.shape),
  "$.tables[].columns[]": Object.keys(column.shape),
  "$.tables[].columns[].foreign_key": Object.keys(columnForeignKey.shape),
  "$.tables[].columns[].foreign_key.per_parent": CHILD_LAW_FIELDS,
  "$.tables[].columns[].identity": ["start", "step"],
  "$.tables[].columns[].distribution": ["type", "parameters", "values"],
  "$.tables[].columns[].distribution.parameters": [
    ...new Set(Object.values(PARAMETERS).flatMap((each) => Object.keys(each))),
  ],
  "$.tables[].checks[]": ["name", "text"],
  "$.tables[].foreign_keys[]": Object.keys(tableForeignKey.shape),
  "$.tables[].foreign_keys[].per_parent": CHILD_LAW_FIELDS,
};

/** The words there are where a word is chosen, by the same kind of path. */
export const WORDS_AT: Readonly<Record<string, readonly string[]>> = {
  "$.dialect": experimentShape.shape.dialect.unwrap().options,
  "$.locale": LOCALES,
  "$.tables[].columns[].distribution.type": ["uniform", ...Object.keys(PARAMETERS), "values"],
  "$.tables[].columns[].foreign_key.per_parent.type": Object.keys(CHILD_LAWS),
  "$.tables[].foreign_keys[].per_parent.type": Object.keys(CHILD_LAWS),
};
