import { deepStrictEqual, equal } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import {
  type Column,
  type Dialect,
  type ExperimentSchema,
  keyIdentity,
  type LogicalType,
  type Table,
} from "../../schema/mod.ts";
import { arbitrarySchema } from "../../schema/testing/arbitrary_schema.ts";
import { type DdlDialect, importDdl, originalTables, writeDdl } from "../mod.ts";
import { WRITE_DIALECTS } from "./dialects/mod.ts";
import { DUCKDB_WORDS } from "./reserved_words.ts";

const GOLDEN = new URL("../../../tests/golden/ddl/", import.meta.url);
const EXAMPLES = new URL("../../../examples/", import.meta.url);
const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres"];

for (const dialect of DIALECTS) {
  Deno.test(`import of written ${dialect} DDL gives the schema back, for random schemas`, () => {
    fc.assert(
      fc.property(
        arbitrarySchema(),
        fc.constantFrom(...DEFAULTS),
        fc.constantFrom(...PROPERTIES[dialect]),
        (drawn, defaultExpression, kept) => {
          const schema = believable(drawn, { dialect, defaultExpression, ...kept });
          for (const withSurrogates of [false, true]) expectSame(schema, { withSurrogates });
        },
      ),
      { numRuns: 200 },
    );
  });

  Deno.test(`import of written ${dialect} DDL gives the schema back, for the golden files`, () => {
    let count = 0;
    for (const [name, text] of goldenFiles(dialect)) {
      const { schema } = importDdl(text, { name: "golden", dialect });
      if (schema === null || schema.tables.length === 0) continue;
      count += schema.tables.length;
      for (const withSurrogates of [false, true]) expectSame(schema, { withSurrogates, name });
    }
    equal(count > 30, true, `${count} tables`);
  });
}

Deno.test("written DDL keeps tables, keys and required columns from one dialect to any other", () => {
  for (const name of ["tpch_redshift", "tpcds_redshift", "tpcds_snowflake"]) {
    const from: Dialect = name.endsWith("snowflake") ? "snowflake" : "redshift";
    const text = Deno.readTextFileSync(new URL(`${name}.sql`, EXAMPLES));
    const schema = importDdl(text, { name, dialect: from }).schema!;
    for (const dialect of DIALECTS) {
      const again = importDdl(writeDdl(schema, { dialect }), { name, dialect }).schema!;
      deepStrictEqual(again.tables.map(keysAlone).sort(), schema.tables.map(keysAlone).sort());
    }
  }
});

Deno.test("written DDL runs in DuckDB, keys, sequences and all", async () => {
  const text = Deno.readTextFileSync(new URL("tpcds_redshift.sql", EXAMPLES));
  const schema = importDdl(text, { name: "tpcds", dialect: "redshift" }).schema!;
  const written = writeDdl(schema, { dialect: "duckdb" });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(written);
  const answer = await connection.run("SELECT count(*) FROM duckdb_tables()");
  equal(answer.getChunk(0).getRows()[0]![0], BigInt(schema.tables.length));
  connection.closeSync();
  instance.closeSync();
});

Deno.test("identity columns go on counting in DuckDB, by a sequence", async () => {
  const text = 'CREATE TABLE "Odd name" (id BIGINT IDENTITY(100, 5), a INT)';
  const schema = importDdl(text, { name: "x", dialect: "redshift" }).schema!;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(writeDdl(schema, { dialect: "duckdb" }));
  await connection.run('INSERT INTO "Odd name" (a) VALUES (1), (2)');
  const found = await connection.run('SELECT id::INTEGER FROM "Odd name" ORDER BY id');
  deepStrictEqual(found.getChunk(0).getRows(), [[100], [105]]);
  connection.closeSync();
  instance.closeSync();
});

Deno.test("the reserved words of DuckDB are those that the engine names", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.run(
    "SELECT string_agg(upper(keyword_name), ' ') FROM duckdb_keywords() " +
      "WHERE keyword_category IN ('reserved', 'type_function')",
  );
  const words = String(result.getChunk(0).getRows()[0]![0]).split(" ");
  deepStrictEqual(words.toSorted(), [...DUCKDB_WORDS].toSorted());
  connection.closeSync();
  instance.closeSync();
});

Deno.test("written DDL gives a composite primary key back, or keeps the column that stands for it", () => {
  const text = "CREATE TABLE line (ord INT, pos INT, PRIMARY KEY (ord, pos));";
  const { schema } = importDdl(text, { name: "shop", dialect: "redshift" });
  equal(
    writeDdl(schema!, { dialect: "postgres" }),
    "CREATE TABLE line (\n  ord INTEGER NOT NULL,\n  pos INTEGER NOT NULL,\n" +
      "  PRIMARY KEY (ord, pos)\n);\n",
  );
  const full = writeDdl(schema!, { dialect: "postgres", withSurrogates: true });
  equal(full.includes("_row_id BIGINT  NOT NULL UNIQUE"), true, full);
  equal(full.includes("PRIMARY KEY (ord, pos)"), true);
});

Deno.test("names are quoted only where the engine would take them for something else", () => {
  const text = 'CREATE TABLE "ORDER" (ID INT, "Mixed case" INT, "select" INT, "a""b" INT)';
  const schema = importDdl(text, { name: "shop", dialect: "snowflake" }).schema!;
  const columnsIn = (dialect: DdlDialect) =>
    writeDdl(schema, { dialect }).split("\n").slice(0, 5).map((line) =>
      line.replace(/ +(INTEGER|INT|BIGINT),?$/, "").trim()
    );
  const own = ['CREATE TABLE "ORDER" (', "ID", '"Mixed case"', '"select"', '"a""b"'];
  deepStrictEqual(columnsIn("snowflake"), own);
  deepStrictEqual(columnsIn("postgres"), own.with(0, 'CREATE TABLE "order" (').with(1, "id"));
});

Deno.test("text of a schema that would end its statement is not written", () => {
  const column: Column = {
    ...{ name: "a", type: { kind: "date" }, nullable: true, unique: false },
    declaredType: "DATE); DROP TABLE users; --",
    defaultExpression: "1); DROP TABLE users; --",
    properties: { encode: "raw); DROP TABLE users", collate: "x'" },
    comment: "it's \\' fine",
  };
  const table: Table = {
    ...{ name: "t", targetRows: 1, columns: [column], primaryKey: [], uniqueKeys: [] },
    ...{ foreignKeys: [], compositeKeys: [], warnings: [] },
    properties: { sortkey: "(a)); DROP TABLE users; --", "x\n; DROP TABLE y": "1" },
  };
  for (const dialect of DIALECTS) {
    const schema: ExperimentSchema = { name: "x", dialect, tables: [table] };
    const text = writeDdl(schema, { dialect });
    equal(/^[^'-]*DROP TABLE/m.test(text), false, text);
    const again = importDdl(text, { name: "x", dialect });
    deepStrictEqual(again.schema?.tables.map(({ name }) => name), ["t"], text);
    equal(again.schema?.tables[0]?.columns[0]?.comment, column.comment);
  }
});

const DEFAULTS = ["0", "'it''s'", "getdate()", "(1 + 2)", "CURRENT_DATE", "-1.5"];

interface Kept {
  readonly tableProperties: Readonly<Record<string, string>>;
  readonly columnProperties: Readonly<Record<string, string>>;
}

const PROPERTIES: Readonly<Record<Dialect, readonly Kept[]>> = {
  redshift: [
    {
      tableProperties: { diststyle: "KEY", distkey: "(column_0)", sortkey: "(column_0, column_1)" },
      columnProperties: { encode: "az64" },
    },
    {
      tableProperties: { sortkey: "COMPOUND (column_1)", backup: "NO" },
      columnProperties: { sortkey: "true", distkey: "true", collate: "case_insensitive" },
    },
  ],
  snowflake: [{
    tableProperties: {
      cluster_by: "(column_0)",
      change_tracking: "TRUE",
      data_retention_time_in_days: "7",
    },
    columnProperties: { collate: "'en-ci'", masking_policy: "db.s.p" },
  }],
  postgres: [{
    tableProperties: { with: "(fillfactor=70)" },
    columnProperties: { storage: "EXTERNAL" },
  }],
};

/** Gives a random schema texts that its dialect could have brought. */
function believable(
  schema: ExperimentSchema,
  options: Kept & { readonly dialect: Dialect; readonly defaultExpression: string },
): ExperimentSchema {
  const { dialect, defaultExpression, tableProperties, columnProperties } = options;
  return {
    ...schema,
    dialect,
    tables: schema.tables.map((table) => ({
      ...table,
      ...table.properties !== undefined && { properties: tableProperties },
      columns: table.columns.map((column) => ({
        ...column,
        ...column.defaultExpression !== undefined && { defaultExpression },
        ...column.properties !== undefined && { properties: columnProperties },
      })),
    })),
  };
}

function expectSame(
  schema: ExperimentSchema,
  { withSurrogates, name = "" }: { readonly withSurrogates: boolean; readonly name?: string },
): void {
  const dialect = schema.dialect!;
  const text = writeDdl(schema, { dialect, withSurrogates });
  const again = importDdl(text, { name: schema.name, dialect });
  const problems = again.diagnostics.filter(({ severity }) => severity === "error");
  deepStrictEqual(problems, [], `${name}\n${text}`);
  const shape = (each: ExperimentSchema) =>
    Object.fromEntries(
      originalTables(each, { withSurrogates }).map((table) => [
        table.name,
        tableShape(table, dialect),
      ]),
    );
  deepStrictEqual(shape(again.schema!), shape(schema), `${name}\n${text}`);
}

/** What must survive, by table. */
function tableShape(table: Table, dialect: Dialect): unknown {
  const { primaryKey, columns, uniqueKeys, foreignKeys, schemaName, comment } = table;
  return {
    schemaName,
    comment: comment || undefined,
    primaryKey,
    columns: columns.map((column) => columnShape(column, table, dialect)),
    keys: uniqueKeys.filter((key) => key.length > 1).map(keyIdentity).toSorted(),
    // DDL has no words for how many rows a parent has.
    foreignKeys: foreignKeys.map(({ perParent: _, ...key }) => key),
    properties: known(table.properties, WRITE_DIALECTS[dialect].tableProperties),
    // Redshift and Snowflake have no CHECK.
    checks: dialect === "postgres" ? table.checks : undefined,
  };
}

function columnShape(column: Column, { primaryKey, uniqueKeys }: Table, dialect: Dialect): unknown {
  const { name, type, nullable, unique, identity, comment } = column;
  const keys = [primaryKey, ...uniqueKeys].filter((key) => key.length === 1);
  const computed = column.properties?.computed !== undefined;
  return {
    name,
    type: isDeclaredIn(dialect, column) ? type : held(type, dialect),
    required: !nullable || identity !== undefined || primaryKey.includes(name),
    unique: unique || keys.some(([only]) => only === name),
    identity,
    comment: comment || undefined,
    // The expression of a sequence is what made the column an identity.
    default: identity === undefined && !computed ? column.defaultExpression : undefined,
    properties: known(column.properties, WRITE_DIALECTS[dialect].columnProperties),
  };
}

function known(
  properties: Readonly<Record<string, string>> = {},
  rules: Readonly<Record<string, { readonly pattern: RegExp }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => rules[name]?.pattern.test(value)),
  );
}

/** Whether the type is one that the dialect has by the name it was declared with. */
function isDeclaredIn(dialect: Dialect, { declaredType, type }: Column): boolean {
  if (declaredType === undefined || !/^\w[\w ]*(\([\w, ]+\))?[\w \[\]]*$/.test(declaredType)) {
    return false;
  }
  return JSON.stringify(importType(declaredType, dialect)) === JSON.stringify(type);
}

/** What an engine makes of types that it has not. */
function held(type: LogicalType, dialect: Dialect): LogicalType {
  return importType(WRITE_DIALECTS[dialect].typeText(type), dialect);
}

function importType(text: string, dialect: Dialect): LogicalType {
  const { schema } = importDdl(`CREATE TABLE t (a ${text})`, { name: "t", dialect });
  return schema?.tables[0]?.columns[0]?.type ?? { kind: "string", maxLength: null, fixed: false };
}

function keysAlone({ name, schemaName, columns, ...table }: Table): string {
  const required = columns.filter(({ nullable }) => !nullable).map((column) => column.name);
  const { primaryKey, compositeKeys, uniqueKeys, foreignKeys } = table;
  const names = columns.map((column) => column.name);
  return JSON.stringify([
    ...[schemaName, name, names, required, primaryKey, compositeKeys, uniqueKeys],
    foreignKeys.map((key) => [key.columns, key.referencesTable, key.referencesColumns]),
  ]).toLowerCase();
}

function* goldenFiles(dialect: Dialect): Generator<readonly [name: string, text: string]> {
  const folder = new URL(`${dialect}/`, GOLDEN);
  for (const { name } of Deno.readDirSync(folder)) {
    if (name.endsWith(".sql")) yield [name, Deno.readTextFileSync(new URL(name, folder))];
  }
}
