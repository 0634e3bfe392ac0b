import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../errors/mod.ts";
import type { Column, ExperimentSchema } from "./experiment_schema.ts";
import { SCHEMA_LIMITS } from "./limits.ts";
import { parseSchema } from "./parse_schema.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";

const FIXTURES = new URL("../../tests/fixtures/python_tool/", import.meta.url);
const ID = '{"name": "id", "data_type": "INT", "is_unique": true}';
const TABLE = `{"name": "parent", "target_rows": 1, "columns": [${ID}]}`;

Deno.test("parseSchema: reads a schema with every old field, and freezes it", () => {
  const schema = parseTable(`{"name": "sales", "target_rows": 10, "columns": [
    {"name": "id", "data_type": "int", "is_unique": true, "required": true},
    {"name": "amount", "data_type": "FLOAT", "min_value": 0, "max_value": 9.5, "null_rate": 0.25},
    {"name": "day", "data_type": "Date", "date_start": "2024-01-01", "date_end": "2024-12-31"},
    {"name": "mail", "data_type": "VARCHAR", "varchar_length": 9, "faker_rule": "email"}]}`);
  assert.deepEqual(schema.tables[0]!.columns, [
    { name: "id", type: { kind: "integer", bits: 32 }, nullable: false, unique: true },
    {
      name: "amount",
      type: { kind: "float", bits: 64 },
      nullable: true,
      unique: false,
      nullRate: 0.25,
      range: { min: 0, max: 9.5 },
    },
    {
      name: "day",
      type: { kind: "date" },
      nullable: false,
      unique: false,
      dateRange: { start: "2024-01-01", end: "2024-12-31" },
    },
    {
      name: "mail",
      type: { kind: "string", maxLength: 9, fixed: false },
      nullable: false,
      unique: false,
      generator: "email",
    },
  ]);
  assert.ok(Object.isFrozen(schema.tables[0]!.columns[0]!.type));
});

Deno.test("parseSchema: says at which line and column a text stops being JSON", () => {
  const error = failure('{"name": "shop",\n "tables": [\n  {"name": "a",}\n]}');
  assert.equal(error.code, "SCHEMA_NOT_JSON");
  assert.match(
    error.message,
    /^test is not valid JSON at line 3, column 16: a comma stands before/,
  );
});

Deno.test("parseSchema: takes a byte order mark", () => {
  assert.equal(parseSchema("\ufeff" + wrap(TABLE), { source: "test" }).name, "shop");
});

Deno.test("parseSchema: refuses a text above the limit before reading it", () => {
  const error = failure(" ".repeat(SCHEMA_LIMITS.textBytesMax + 1));
  assert.equal(error.code, "SCHEMA_TOO_LARGE");
  assert.equal(error.kind, "limit");
});

Deno.test("parseSchema: reports shape and meaning at once, in the order of the document", () => {
  const problems = failure(`{"name": "../x", "tabels": [], "tables": [
    {"name": "a", "target_rows": -1, "columns": [
      {"name": "id", "data_typ": "INT"},
      {"name": "b", "data_type": "VARCHR"},
      {"name": "c", "data_type": "INT", "min_value": 5, "max_value": 1, "faker_rule": 7}]},
    {"name": "select", "target_rows": 1, "columns": [
      {"name": "x", "data_type": "INT",
        "foreign_key": {"references_table": "aa", "references_column": "id"}}]}]}`).problems;
  assert.deepEqual(problems.map(({ path, code }) => `${path} ${code}`), [
    "$.tabels FIELD_UNKNOWN",
    "$.name NAME_NOT_ALLOWED",
    "$.tables[0].target_rows VALUE_WRONG",
    "$.tables[0].columns[0].data_type FIELD_MISSING",
    "$.tables[0].columns[0].data_typ FIELD_UNKNOWN",
    "$.tables[0].columns[1].data_type DATA_TYPE_UNKNOWN",
    "$.tables[0].columns[2].faker_rule VALUE_WRONG",
    "$.tables[0].columns[2].min_value RANGE_REVERSED",
    "$.tables[1].name NAME_NOT_ALLOWED",
    "$.tables[1].columns[0].foreign_key FOREIGN_KEY_TABLE_UNKNOWN",
  ]);
  for (const { message, hint } of problems) {
    assert.match(message, /^(?:[A-Z']|\w+_\w+ )/);
    assert.doesNotMatch(message, /\.$/);
    assert.notEqual(hint, "");
  }
});

Deno.test("parseSchema: one broken column brings no follow-up problems", () => {
  const problems = failure(wrap(`
    {"name": "a", "target_rows": 1, "primary_key": ["id"], "columns": [
      {"name": "id", "data_type": "INTT"}]},
    {"name": "b", "target_rows": 1, "columns": [
      {"name": "a_id", "data_type": "INT",
        "foreign_key": {"references_table": "a", "references_column": "id"}}]}`)).problems;
  assert.deepEqual(problems.map(({ code }) => code), ["DATA_TYPE_UNKNOWN"]);
});

for (const value of [null, 3, "text", [], {}, { name: 1, tables: {} }, { tables: [null, 4, []] }]) {
  Deno.test(`parseSchemaValue: refuses ${JSON.stringify(value)} with problems`, () => {
    assert.throws(
      () => parseSchemaValue(value, { source: "The request" }),
      (error) => error instanceof DwSimError && error.problems.length > 0,
    );
  });
}

Deno.test("parseSchemaValue: whatever is damaged, it answers with problems that have a place", () => {
  const document: unknown = JSON.parse(Deno.readTextFileSync(new URL("library.json", FIXTURES)));
  const damage = fc.record({
    at: fc.nat(),
    value: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>("", "id", "loans", "normal", "INT", -1, 1e300, "__proto__", [[]]),
    ),
    field: fc.constantFrom("keep", "__proto__", "constructor", "foreign_keys", "length"),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const damaged = damages.reduce<unknown>(damageAt, structuredClone(document));
      try {
        parseSchemaValue(damaged, { source: "test" });
      } catch (error) {
        assert.ok(error instanceof DwSimError && error.code === "SCHEMA_INVALID", String(error));
        assert.ok(error.problems.some(({ severity }) => severity === "error"));
        for (const { path, hint } of error.problems) assert.ok(path?.startsWith("$") && hint);
      }
    }),
    { numRuns: 2000 },
  );
});

/** Column JSON without its name; the place and code of the one problem. */
const COLUMN_PROBLEMS: readonly [column: string, place: string, code: string][] = [
  ['"data_type": "VARCHAR", "min_value": 1', ".min_value", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "INT", "date_end": "2024-01-01"', ".date_end", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "DATE", "varchar_length": 5', ".varchar_length", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "BINARY", "varchar_length": 5', ".varchar_length", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "BIGINT", "scale": 2', ".scale", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "DECIMAL", "fractional_seconds": 2', ".fractional_seconds", "FIELD_NOT_FOR_TYPE"],
  ['"data_type": "VARCHAR", "varchar_length": 0', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "VARCHAR(5)", "varchar_length": 6', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "DECIMAL(39,2)"', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "DECIMAL(4,5)"', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "TIMESTAMP(10)"', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "INT(3,4)"', ".data_type", "DATA_TYPE_DETAIL"],
  ['"data_type": "SMALLINT", "max_value": 40000', ".max_value", "RANGE_OUTSIDE_TYPE"],
  ['"data_type": "INTEGER", "max_value": 9999999999', ".max_value", "RANGE_OUTSIDE_TYPE"],
  ['"data_type": "DECIMAL(4,2)", "max_value": 100.5', ".max_value", "RANGE_OUTSIDE_TYPE"],
  ['"data_type": "INT", "min_value": 0.2, "max_value": 0.8', ".min_value", "RANGE_EMPTY"],
  ['"data_type": "DATE", "date_start": "2023-02-29"', ".date_start", "DATE_WRONG"],
  ['"data_type": "DATE", "date_start": "2024-02-29T08:00:00"', ".date_start", "DATE_WRONG"],
  ['"data_type": "TIMESTAMP", "date_end": "2024-01-01 25:00:00"', ".date_end", "DATE_WRONG"],
  [
    '"data_type": "DATE", "date_start": "2024-01-02", "date_end": "2024-01-01"',
    ".date_start",
    "RANGE_REVERSED",
  ],
  ['"data_type": "INT", "null_rate": 1.5', ".null_rate", "NULL_RATE_WRONG"],
  ['"data_type": "INT", "required": true, "null_rate": 0.1', ".null_rate", "NULLS_CONTRADICT"],
  ['"data_type": "INT", "is_unique": "yes"', ".is_unique", "VALUE_WRONG"],
  ['"data_type": "INT", "faker_rule": ""', ".faker_rule", "VALUE_WRONG"],
  ['"data_type": "INT", "max_value": 1e999', ".max_value", "VALUE_WRONG"],
  ['"data_type": "TEXT", "identity": {}', ".identity", "IDENTITY_WRONG"],
  ['"data_type": "INT", "identity": {"step": 0}', ".identity", "IDENTITY_WRONG"],
  [
    '"data_type": "INT", "distribution": {"type": "normal"}',
    ".distribution.parameters",
    "FIELD_MISSING",
  ],
  ['"data_type": "INT", "distribution": {}', ".distribution.type", "FIELD_MISSING"],
  [
    '"data_type": "INT", "distribution": {"type": "beta", "parameters": {"alpha": 1, "beta": 0}}',
    ".distribution.parameters.beta",
    "VALUE_WRONG",
  ],
  [
    '"data_type": "TEXT", "distribution": {"type": "uniform"}',
    ".distribution",
    "DISTRIBUTION_WRONG",
  ],
  [
    '"data_type": "INT", "distribution": {"type": "values", "values": {"A": 1}}',
    ".distribution.values",
    "DISTRIBUTION_WRONG",
  ],
  [
    '"data_type": "TEXT", "distribution": {"type": "values", "values": {}}',
    ".distribution.values",
    "DISTRIBUTION_WRONG",
  ],
  [
    '"data_type": "TEXT", "distribution": {"type": "values", "values": {"A": 0}}',
    ".distribution.values",
    "DISTRIBUTION_WRONG",
  ],
  [
    '"data_type": "CHAR(2)", "distribution": {"type": "values", "values": {"ABC": 1}}',
    ".distribution.values",
    "DISTRIBUTION_WRONG",
  ],
];

for (const [column, place, code] of COLUMN_PROBLEMS) {
  Deno.test(`parseSchema: a column with ${column} has ${code} at its ${place.slice(1)}`, () => {
    const { problems } = failure(wrap(oneColumn(column)));
    const found = problems.map((problem) => [problem.path, problem.code]);
    assert.deepEqual(found, [[`$.tables[0].columns[0]${place}`, code]]);
  });
}

/** Table JSON; the place and code of the one problem. */
const TABLE_PROBLEMS: readonly [table: string, place: string, code: string][] = [
  [`{"name": "a", "target_rows": 1e12, "columns": [${ID}]}`, ".target_rows", "SCHEMA_LIMIT"],
  [`{"name": "a", "target_rows": 1, "columns": [${ID}, ${ID}]}`, ".columns[1].name", "NAME_TAKEN"],
  ['{"name": "a", "target_rows": 1, "columns": []}', ".columns", "VALUE_WRONG"],
  [
    `{"name": "a", "target_rows": 1, "primary_key": ["di"], "columns": [${ID}]}`,
    ".primary_key[0]",
    "KEY_COLUMN_UNKNOWN",
  ],
  [
    `{"name": "a", "target_rows": 1, "composite_keys": [[]], "columns": [${ID}]}`,
    ".composite_keys[0]",
    "KEY_EMPTY",
  ],
  [
    `{"name": "a", "target_rows": 1, "unique_keys": [["id", "ID"]], "columns": [${ID}]}`,
    ".unique_keys[0][1]",
    "KEY_COLUMN_TWICE",
  ],
  [
    `{"name": "a", "target_rows": 1, "primary_key": ["id"],
      "columns": [{"name": "id", "data_type": "INT", "is_unique": false}]}`,
    ".columns[0].is_unique",
    "PRIMARY_KEY_NOT_UNIQUE",
  ],
  [
    `{"name": "a", "target_rows": 1, "primary_key": ["id"],
      "columns": [{"name": "id", "data_type": "INT", "required": false}]}`,
    ".columns[0].required",
    "NULLS_CONTRADICT",
  ],
  [
    `{"name": "a", "target_rows": 1, "primary_key": ["id"], "columns": [${ID}, {"name": "up",
      "data_type": "INT", "required": false, "foreign_key": {"references_table": "a",
      "references_column": "id", "per_parent": {"type": "constant", "count": 1}}}]}`,
    ".columns[1].foreign_key.per_parent",
    "FOREIGN_KEY_PER_PARENT",
  ],
  [
    `{"name": "a", "target_rows": 1, "primary_key": ["id"], "columns": [${ID}, {"name": "b",
      "data_type": "INT", "foreign_key": {"references_table": "a",
      "references_column": "id", "per_parent": {"type": "zipfian", "exponent": 1}}}]}`,
    ".columns[1].foreign_key.per_parent.type",
    "WORD_UNKNOWN",
  ],
];

for (const [table, place, code] of TABLE_PROBLEMS) {
  Deno.test(`parseSchema: ${table.replace(/\s+/g, " ")} has ${code} at its ${place}`, () => {
    const { problems } = failure(wrap(table));
    const found = problems.map((problem) => [problem.path, problem.code]);
    assert.deepEqual(found, [[`$.tables[0]${place}`, code]]);
  });
}

for (const name of ["a b", "1a", "group", "é-è", "a;b", "na\\u0000me", " ", "a".repeat(256)]) {
  Deno.test(`parseSchema: no column of a hand-written schema is called '${name}'`, () => {
    const { problems } = failure(
      wrap(`{"name": "t", "target_rows": 1, "columns": [{"name": "${name}", "data_type": "INT"}]}`),
    );
    assert.deepEqual(problems.map(({ code }) => code), ["NAME_NOT_ALLOWED"]);
  });
}

Deno.test("parseSchema: names may be of any script, and of any form under a dialect", () => {
  const columns = (name: string) =>
    `{"name": "t", "target_rows": 1, "columns": [{"name": "${name}", "data_type": "INT"}]}`;
  assert.equal(only(parseTable(columns("größe_2"))).name, "größe_2");
  assert.equal(only(parseTable(columns("हिन्दी"))).name, "हिन्दी");
  const text = `{"name": "shop", "dialect": "snowflake", "tables": [${columns("Group By %")}]}`;
  assert.equal(only(parseSchema(text, { source: "test" })).name, "Group By %");
});

Deno.test("parseSchema: INT grows to 64 bits where its range asks for it", () => {
  const wide = only(parseTable(oneColumn('"data_type": "INT", "max_value": 9999999999')));
  assert.deepEqual(wide.type, { kind: "integer", bits: 64 });
});

Deno.test("parseSchema: bounds of an integer are the whole numbers between those given", () => {
  const column = only(
    parseTable(oneColumn('"data_type": "INT", "min_value": -0.5, "max_value": 9.9')),
  );
  assert.deepEqual(column.range, { min: 0, max: 9 });
});

Deno.test("parseSchema: times of day become UTC, so that they mean the same everywhere", () => {
  const column = only(parseTable(oneColumn(
    `"data_type": "TIMESTAMPTZ", "date_start": "2024-03-01 01:30:00+02",
     "date_end": "2024-12-31T23:59:59.500"`,
  )));
  assert.deepEqual(column.dateRange, {
    start: "2024-02-29T23:30:00Z",
    end: "2024-12-31T23:59:59.5Z",
  });
});

Deno.test("parseSchema: weighted values may be an object or a list", () => {
  const values = (json: string, type: string) =>
    only(parseTable(oneColumn(
      `"data_type": "${type}", "distribution": {"type": "Values", "values": ${json}}`,
    ))).distribution;
  const expected = (value: string | number | boolean) => ({
    kind: "values",
    values: [{ value, weight: 3 }],
  });
  assert.deepEqual(values('{"A": 3}', "TEXT"), expected("A"));
  assert.deepEqual(values('{"7": 3}', "INT"), expected(7));
  assert.deepEqual(values('{"true": 3}', "BOOLEAN"), expected(true));
  assert.deepEqual(values('[{"value": 7, "weight": 3}]', "INT"), expected(7));
});

Deno.test("parseSchema: a null_rate, or a nullable foreign key, allows NULL", () => {
  const schema = parseSchema(
    wrap(`${TABLE}, {"name": "child", "target_rows": 1, "columns": [
      {"name": "a", "data_type": "INT", "required": true,
        "foreign_key": {"references_table": "PARENT", "references_column": "ID", "nullable": true}},
      {"name": "b", "data_type": "INT", "null_rate": 0.5}]}`),
    { source: "test" },
  );
  const child = schema.tables[1]!;
  assert.deepEqual(child.columns.map(({ nullable }) => nullable), [true, true]);
  assert.deepEqual(child.foreignKeys, [
    { columns: ["a"], referencesTable: "parent", referencesColumns: ["id"] },
  ]);
});

Deno.test("parseSchema: a foreign key without parent columns means the parent's primary key", () => {
  const schema = parseSchema(
    wrap(`{"name": "p", "target_rows": 1, "primary_key": ["a", "b"], "columns": [
        {"name": "a", "data_type": "INT"}, {"name": "b", "data_type": "INT"}]},
      {"name": "c", "target_rows": 1, "foreign_keys": [{"columns": ["x", "y"], "references_table": "p"}],
        "columns": [{"name": "x", "data_type": "INT"}, {"name": "y", "data_type": "INT"}]}`),
    { source: "test" },
  );
  assert.deepEqual(schema.tables[0]!.primaryKey, ["_row_id"]);
  assert.deepEqual(schema.tables[0]!.compositeKeys, [["a", "b"]]);
  assert.deepEqual(schema.tables[1]!.foreignKeys[0]!.referencesColumns, ["a", "b"]);
});

function fixture(name: string): ExperimentSchema {
  return parseSchema(Deno.readTextFileSync(new URL(name, FIXTURES)), { source: name });
}

Deno.test("parseSchema: a file of the Python tool loads unchanged", () => {
  const { dialect, tables: [branches, readers, loans] } = fixture("library.json");
  assert.equal(dialect, undefined);
  assert.deepEqual(branches!.columns[0]!.type, { kind: "integer", bits: 32 });
  assert.deepEqual(readers!.columns[0]!.type, { kind: "integer", bits: 64 });
  const age = readers!.columns.find(({ name }) => name === "age")!;
  assert.deepEqual(age.range, { min: 6, max: 99 });
  assert.deepEqual(age.distribution, { kind: "normal", mean: 41, stddev: 17.5 });
  assert.equal(readers!.columns.at(-1)!.nullable, true);
  assert.equal(readers!.foreignKeys[0]!.referencesTable, "branches");
  assert.deepEqual(loans!.foreignKeys.map((key) => key.referencesTable), ["readers", "loans"]);
  assert.match(loans!.warnings[0]!, /'expected_start' of column 'lent_on' has no effect/);
});

Deno.test("parseSchema: an export of the Python tool keeps its one surrogate key", () => {
  const sales = fixture("exported_sales.json").tables[1]!;
  assert.deepEqual(sales.primaryKey, ["_row_id"]);
  assert.deepEqual(sales.compositeKeys, [["region_id", "store_id"]]);
  assert.equal(sales.columns.length, 3);
  assert.equal(sales.foreignKeys.length, 1);
  assert.equal(sales.warnings.length, 1);
});

Deno.test("parseSchema: the types and fields of the Python tool's guide are understood", () => {
  const { dialect, tables: [sensors, readings] } = fixture("documented_types.json");
  assert.equal(dialect, "redshift");
  assert.deepEqual(sensors!.columns.map(({ type }) => type), [
    { kind: "integer", bits: 64 },
    { kind: "string", maxLength: 6, fixed: true },
    { kind: "string", maxLength: null, fixed: false },
    { kind: "uuid" },
    { kind: "integer", bits: 16 },
    { kind: "float", bits: 64 },
    { kind: "decimal", precision: 8, scale: 2 },
    { kind: "json" },
  ]);
  assert.equal(readings!.targetRows, 0);
  assert.deepEqual(readings!.columns[1]!.dateRange, {
    start: "2024-01-01T00:00:00Z",
    end: "2024-12-31T23:59:59Z",
  });
  assert.equal(readings!.warnings.length, 2);
});

function wrap(tables: string): string {
  return `{"name": "shop", "tables": [${tables}]}`;
}

function oneColumn(fields: string): string {
  return `{"name": "t", "target_rows": 1, "columns": [{"name": "c", ${fields}}]}`;
}

function parseTable(table: string): ExperimentSchema {
  return parseSchema(wrap(table), { source: "test" });
}

function only({ tables }: ExperimentSchema): Column {
  return tables[0]!.columns[0]!;
}

interface Damage {
  readonly at: number;
  readonly value: unknown;
  readonly field: string;
}

/** Puts a value, or the value under another field, somewhere into a document. */
function damageAt(document: unknown, { at, value, field }: Damage): unknown {
  const places: [holder: object, key: string][] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== "object" || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      visit(Reflect.get(holder, key));
    }
  };
  visit(document);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return value;
  const [holder, key] = place;
  const name = field === "keep" || Array.isArray(holder) ? key : field;
  Object.defineProperty(holder, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return document;
}

function failure(text: string): DwSimError {
  try {
    parseSchema(text, { source: "test" });
  } catch (error) {
    if (error instanceof DwSimError) return error;
    throw error;
  }
  assert.fail("the text was taken");
}

Deno.test("parseSchema: a parameter of another distribution is told with those of this one", () => {
  const text = JSON.stringify({
    name: "x",
    tables: [{
      ...{ name: "t", target_rows: 1 },
      columns: [{
        ...{ name: "c", data_type: "FLOAT" },
        distribution: { type: "lognormal", parameters: { mean: 3, sigma: 1 } },
      }],
    }],
  });
  assert.throws(() => parseSchema(text, { source: "the test" }), (error) => {
    assert.ok(error instanceof DwSimError);
    const unknown = error.problems.find(({ code }) => code === "FIELD_UNKNOWN")!;
    assert.match(unknown.message, /'mean' is not a field/);
    assert.equal(unknown.hint, "Use one of mu, sigma");
    return true;
  });
});
