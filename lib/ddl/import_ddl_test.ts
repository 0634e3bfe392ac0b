import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import type { Dialect } from "../schema/mod.ts";
import { importDdl, TARGET_ROWS_DEFAULT } from "./mod.ts";
import { cpuClock } from "../../tests/cpu_clock.ts";

const TEXT = "CREATE TABLE t (id INT PRIMARY KEY);";

Deno.test("importDdl gives every table the rows asked for, or the default", () => {
  const asked = importDdl(TEXT, { name: "x", dialect: "redshift", rows: 7 });
  strictEqual(asked.schema?.tables[0]?.targetRows, 7);
  const silent = importDdl(TEXT, { name: "x", dialect: "redshift" });
  strictEqual(silent.schema?.tables[0]?.targetRows, TARGET_ROWS_DEFAULT);
});

Deno.test("importDdl carries name, description and dialect into a frozen schema", () => {
  const { schema } = importDdl(TEXT, { name: "x", dialect: "snowflake", description: "why" });
  deepStrictEqual([schema?.name, schema?.dialect, schema?.description], ["x", "snowflake", "why"]);
  ok(Object.isFrozen(schema) && Object.isFrozen(schema?.tables[0]?.columns[0]));
});

Deno.test("importDdl gives no schema for an error when it is strict, and reads on for more", () => {
  const text = "CREATE TABLE a (id INT id2 INT);\nCREATE TABLE b (x);\n" + TEXT;
  const { schema, diagnostics } = importDdl(text, { name: "x", dialect: "postgres", strict: true });
  strictEqual(schema, null);
  deepStrictEqual(diagnostics.map(({ code, span }) => [code, span?.line]), [
    ["DDL_MISSING_COMMA", 1],
    ["DDL_MISSING_TYPE", 2],
  ]);
});

Deno.test("importDdl reports findings in the order of the text", () => {
  const text = "ALTER TABLE no ADD x INT; CREATE TABLE t (a odd_type, b INT,); GRANT x TO y;";
  const { diagnostics } = importDdl(text, { name: "x", dialect: "redshift" });
  const offsets = diagnostics.map(({ span }) => span!.offset);
  deepStrictEqual(offsets, offsets.toSorted((a, b) => a - b));
  strictEqual(offsets.length, 4);
});

/** A mistake in each, marked by ‸ before the token that must be pointed at. */
const MISTAKES: readonly (readonly [Dialect, string])[] = [
  ["redshift", "CREATE TABLE t (\n  id INT\n  ‸name VARCHAR(10)\n);"],
  ["redshift", "CREATE TABLE t (\n  id INT NOT ‸NUL,\n  v INT\n);"],
  ["redshift", "CREATE TABLE t (id INT,\n  v DECIMAL(10,2‸,\n  w INT\n);"],
  ["redshift", "CREATE TABLE t (id INT,\n  v VARCHAR(‸ten)\n);"],
  ["redshift", "CREATE TABLE t (id INT,\n  v‸, w INT);"],
  ["redshift", "CREATE TABLE t (id INT,\n ‸, w INT);"],
  ["redshift", "CREATE TABLE t (id INT, PRIMARY KEY (‸idd));"],
  ["redshift", "CREATE TABLE t (id INT, PRIMARY KEY ‸id);"],
  ["redshift", "CREATE TABLE t (id INT, PRIMARY ‸(id));"],
  ["redshift", "CREATE TABLE t (id INT‸;\nCREATE TABLE u (id INT);"],
  ["redshift", "CREATE TABLE t (id INT)‸);"],
  ["redshift", "CREATE TABLE ‸(id INT);"],
  ["redshift", "\n\n‸CREAT TABLE t (id INT);"],
  ["redshift", "CREATE ‸TABEL t (id INT);"],
  ["redshift", "CREATE TABLE t (id INT ‸PRIMRAY KEY);"],
  ["redshift", "CREATE TABLE t (id INT, v INT DEFAULT ‸);"],
  ["redshift", "CREATE TABLE t (id INT, ‸id INT);"],
  ["redshift", "CREATE TABLE t (a INT REFERENCES ‸(id));"],
  ["snowflake", "CREATE TABLE t (\n  id INT COMMENT ‸oops\n);"],
  ["snowflake", "CREATE TABLE t (id INT) COMMENT = ‸oops;"],
  ["snowflake", "CREATE TABLE t (id INT) CLUSTER BY ‸(id;"],
  ["snowflake", "CREATE TABLE t (id INT AUTOINCREMENT START ‸x);"],
  ["snowflake", "CREATE TABLE t (id ‸NUMBER(10,20));"],
  ["snowflake", "CREATE TABLE t (id INT, v VARCHAR DEFAULT ‸'open);"],
  ["snowflake", "CREATE TABLE t (id INT,\n v VARCHAR DEFAULT ‸'open,\n w VARCHAR DEFAULT 'x'\n);"],
  ["redshift", 'CREATE TABLE t (id INT,\n ‸"v INT,\n "w" VARCHAR(3)\n);'],
  ["snowflake", "CREATE OR ‸REPLCE TABLE t (id INT);"],
  ["postgres", "CREATE TABLE t (id int); ALTER ‸TABL t ADD x int;"],
  ["postgres", "CREATE TABLE t (id int); ALTER TABLE t ‸AD COLUMN x int;"],
  ["snowflake", "CREATE TABLE t (id INT MASKING ‸POLCY p);"],
  ["snowflake", "CREATE TABLE t (id INT, CONSTRAINT c ‸UNIQ (id));"],
  ["postgres", "CREATE TABLE t (id int GENERATED ALWAYS ‸IDENTITY);"],
  ["postgres", "CREATE TABLE t (id numeric(10 ‸2));"],
  ["postgres", "CREATE TABLE IF ‸EXISTS t (id int);"],
  ["postgres", "CREATE TABLE t (id int DEFAULT 5 ‸name text);"],
  ["postgres", "CREATE TABLE t (id int);\r\nALTER TABLE t ADD COLUMN‸;"],
  ["postgres", "CREATE TABLE t (id int); /* ü\n */ COMMENT ON TABLE t ‸'x';"],
  ["postgres", "CREATE TABLE t (id int, FOREIGN KEY (id) REFERENCES t (‸other));"],
];

for (const [dialect, marked] of MISTAKES) {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  Deno.test(`importDdl points at the mistake: ${JSON.stringify(marked)}`, () => {
    const { schema, diagnostics } = importDdl(text, { name: "x", dialect, strict: true });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    strictEqual(schema, null);
    strictEqual(errors[0]?.span?.offset, offset);
    const before = text.slice(0, offset).split(/\r\n|\n/);
    deepStrictEqual([errors[0]?.span?.line, errors[0]?.span?.column], [
      before.length,
      before.at(-1)!.length + 1,
    ]);
    ok(errors[0]!.message !== "" && errors[0]!.hint !== "");
  });
}

Deno.test("importDdl leaves tables with errors out unless it is strict, and tells", () => {
  const text = "CREATE TABLE good (id INT PRIMARY KEY);\n" +
    "CREATE TABLE bad (id INT id2 INT);\n" +
    "CREATE TABLE child (id INT, bad_id INT REFERENCES bad (id), good_id INT REFERENCES good);\n" +
    "CREATE TABLE worse (v DECIMAL(3,9), PRIMARY KEY (nope));";
  const { schema, leftOut, diagnostics } = importDdl(text, { name: "x", dialect: "redshift" });
  deepStrictEqual(schema?.tables.map(({ name }) => name), ["good", "child"]);
  deepStrictEqual(leftOut, ["bad", "worse"]);
  deepStrictEqual(schema.tables[1]!.foreignKeys.map((key) => key.referencesTable), ["good"]);
  deepStrictEqual(diagnostics.map(({ code, span }) => [code, span?.line]), [
    ["DDL_TABLE_LEFT_OUT", 2],
    ["DDL_MISSING_COMMA", 2],
    ["DDL_REFERENCED_TABLE_LEFT_OUT", 3],
    ["DDL_TABLE_LEFT_OUT", 4],
    ["DDL_TYPE_ARGUMENT", 4],
    ["DDL_UNKNOWN_COLUMN", 4],
  ]);
});

/** The slip, and what was meant. */
const SLIPS: Readonly<Record<string, string>> = {
  "CREAT TABLE x (id INT)": "CREATE",
  "CRAETE OR REPLACE TABLE x (id INT)": "CREATE",
  "CREAT TABEL x (id INT)": "CREATE",
  "CRT TABLE x (id INT)": "CREATE",
  "TABLE s.x (id INT)": "CREATE TABLE",
  "CREATETABLE x (id INT)": "CREATE TABLE",
  "CREATE TABEL IF NOT EXISTS x (id INT)": "TABLE",
  'CREATE TEMP TABL "x" (id INT)': "TABLE",
  "CREATE TEMPRARY TABLE x (id INT)": "TEMPORARY",
  "CREATE OR REPLCE TABLE x (id INT)": "REPLACE",
  "CREATE Sold (id INT)": "TABLE Sold",
};

Deno.test("importDdl names the table whose CREATE TABLE is misspelled among those left out", () => {
  for (const [statement, meant] of Object.entries(SLIPS)) {
    const text = `CREATE TABLE good (id INT);\n${statement};\nCREATE VIEW v AS SELECT 1;`;
    const { schema, leftOut, diagnostics } = importDdl(text, { name: "x", dialect: "redshift" });
    deepStrictEqual(schema?.tables.map(({ name }) => name), ["good"], statement);
    deepStrictEqual(leftOut, [meant.endsWith("Sold") ? "sold" : "x"]);
    const [slip, ...others] = diagnostics.filter(({ severity }) => severity === "error");
    deepStrictEqual([slip?.code, slip?.hint], ["DDL_MISSPELLED", `Did you mean '${meant}'?`]);
    deepStrictEqual(others, []);
  }
});

Deno.test("importDdl takes no other statement for a table that is misspelled", () => {
  const others = [
    "TABLE x",
    "CREATE CAST (a AS b)",
    "CREATE ROLE r",
    "CREATE TASK t AS CALL p()",
    "ANALYZE TABLE x",
    "REPAIR TABLE x",
    "CREATE FUNCTION f (a INT) RETURNS INT AS 'x'",
    "CREATE INDEX ON x (id)",
  ];
  for (const statement of others) {
    const text = `CREATE TABLE x (id INT);\n${statement};`;
    const { leftOut, diagnostics } = importDdl(text, { name: "x", dialect: "postgres" });
    deepStrictEqual([leftOut, diagnostics.some(({ severity }) => severity === "error")], [
      [],
      false,
    ]);
  }
});

Deno.test("importDdl gives no schema when no table is left, strict or not", () => {
  for (const strict of [false, true]) {
    const options = { name: "x", dialect: "redshift", strict } as const;
    const { schema, leftOut } = importDdl("CREATE TABLE t (id);", options);
    deepStrictEqual([schema, leftOut], [null, ["t"]]);
  }
});

Deno.test("importDdl reads on after a string that is not closed", () => {
  const text = "CREATE TABLE a (v TEXT DEFAULT 'x);\nCREATE TABLE b (id INT);";
  const { schema, diagnostics } = importDdl(text, { name: "x", dialect: "postgres" });
  deepStrictEqual(schema?.tables.map(({ name }) => name), ["b"]);
  deepStrictEqual(diagnostics.filter(({ severity }) => severity === "error").length, 1);
});

Deno.test("importDdl reads on after a string that the next string would close", () => {
  const text = "CREATE TABLE a (v TEXT DEFAULT 'open);\nCREATE TABLE b (w TEXT DEFAULT 'x');\n" +
    "CREATE TABLE c (w TEXT DEFAULT 'it''s\ntwo lines', z INT);";
  const { schema } = importDdl(text, { name: "x", dialect: "postgres" });
  deepStrictEqual(schema?.tables.map(({ name }) => name), ["b", "c"]);
  deepStrictEqual(schema.tables[1]!.columns.length, 2);
});

Deno.test("importDdl joins files: keys, copies and changes reach from one to another", () => {
  const sources = [
    {
      name: "a.sql",
      text: "CREATE TABLE child (id INT, p INT REFERENCES parent);\nCREATE TABLE c2 (LIKE c1);",
    },
    { name: "b.sql", text: "CREATE TABLE parent (id INT);\nCREATE TABLE c1 (LIKE parent);" },
    { name: "c.sql", text: "\n  ALTER TABLE parent ADD PRIMARY KEY (id);\nCREATE TABLE bad (x);" },
  ];
  const options = { name: "x", dialect: "redshift" } as const;
  const { schema } = importDdl(sources, options);
  deepStrictEqual(schema?.tables.map(({ name }) => name), ["child", "parent", "c1", "c2"]);
  deepStrictEqual(schema.tables[0]!.foreignKeys[0]!.referencesColumns, ["id"]);
  const { schema: none, diagnostics } = importDdl(sources, { ...options, strict: true });
  strictEqual(none, null);
  const [{ source, span } = {}] = diagnostics;
  deepStrictEqual([source, span?.line, span?.column], ["c.sql", 3, 20]);
});

Deno.test("importDdl does not count a byte order mark as a column", () => {
  const { diagnostics } = importDdl("\ufeffCREATE TABLE t (v WRONGTYPE);", {
    name: "x",
    dialect: "redshift",
  });
  deepStrictEqual([diagnostics[0]?.code, diagnostics[0]?.span?.column], ["DDL_UNKNOWN_TYPE", 19]);
});

/** Texts with more in them than any schema needs. */
const BEYOND_LIMITS: Readonly<Record<string, string>> = {
  "a string of 10 MB": `CREATE TABLE t (id INT DEFAULT '${"x".repeat(10_000_000)}');`,
  "a name of 10 MB": `CREATE TABLE t ("${"x".repeat(10_000_000)}" INT);`,
  "100 000 brackets": `CREATE TABLE t (id INT DEFAULT ${"(".repeat(1e5)}1${")".repeat(1e5)});`,
  "100 000 open brackets": `CREATE TABLE t ${"(".repeat(1e5)}`,
  "a million columns": `CREATE TABLE t (${
    Array.from({ length: 1e6 }, (_, i) => `c${i} INT`).join(",")
  });`,
};

for (const [name, text] of Object.entries(BEYOND_LIMITS)) {
  Deno.test(`importDdl ends in a limit, and soon, for ${name}`, () => {
    const elapsedMs = cpuClock();
    const { schema, diagnostics } = importDdl(text, { name: "x", dialect: "postgres" });
    // A second, and two more where coverage is counted.
    ok(elapsedMs() < 3_000);
    strictEqual(schema, null);
    ok(diagnostics.some(({ code }) => code === "DDL_LIMIT"));
    ok(diagnostics.length < 5);
  });
}

/** Texts that would take quadratic time or a deep stack from a careless reader. */
const BOMBS: Readonly<Record<string, string>> = {
  "an open string of 5 MB": `CREATE TABLE t (id INT DEFAULT '${"x".repeat(5_000_000)}`,
  "100 000 open brackets": `CREATE TABLE t (id INT DEFAULT ${"(".repeat(100_000)}`,
  "100 000 open comments": "/*".repeat(100_000),
  "100 000 open templates": "{{".repeat(100_000),
  "100 000 open blocks": "CREATE TASK t AS BEGIN x; ".repeat(100_000),
  "100 000 declarations": "DECLARE x INT;".repeat(100_000),
  "100 000 empty statements": ";".repeat(100_000),
  "a million strings on a line": `INSERT INTO t VALUES (${"'x',".repeat(1e6)}'x');`,
  "20 000 unknown tables": "ALTER TABLE nope ADD x INT;".repeat(20_000),
  "20 000 dollars": "$a".repeat(20_000),
};

for (const [name, text] of Object.entries(BOMBS)) {
  Deno.test(`importDdl takes linear time for ${name}`, () => {
    const elapsedMs = cpuClock();
    importDdl(text, { name: "x", dialect: "postgres" });
    ok(elapsedMs() < 2_000);
  });
}
