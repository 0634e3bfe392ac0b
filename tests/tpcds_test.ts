import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { AppContext, generate, importDdl, verifyRun } from "../lib/app/mod.ts";
import {
  type Dialect,
  type ExperimentSchema,
  keysOf,
  type Table,
  tablesByName,
} from "../lib/schema/mod.ts";

const FACT_ROWS = 2_000_000;
const DEFAULT_ROWS = 1000;

interface Asked {
  readonly what: string;
  readonly sql: string;
  readonly expected: number;
}

for (const dialect of ["redshift", "snowflake"] as const) {
  Deno.test(`TPC-DS from its ${dialect} DDL: counts are exact, every key and reference holds`, async () => {
    const home = await Deno.makeTempDir({ prefix: "dw-sim-tpcds-" });
    try {
      using context = new AppContext({ flag: home });
      const { schema, directory } = await makeTpcds(context, dialect);
      const asked = questions(schema, directory);
      const answers = await ask(asked.map(({ sql }) => sql));
      asked.forEach(({ what, expected }, index) => assert.equal(answers[index], expected, what));
      const report = await verifyRun(context, "tpcds");
      assert.deepEqual(report.broken, []);
      assert.equal(report.rowCount, FACT_ROWS + 23 * DEFAULT_ROWS);
    } finally {
      await Deno.remove(home, { recursive: true });
    }
  });
}

async function makeTpcds(context: AppContext, dialect: Dialect) {
  const source = `tpcds_${dialect}.sql`;
  const text = await Deno.readTextFile(new URL(`../examples/${source}`, import.meta.url));
  const { schema } = importDdl(context, text, { name: "tpcds", dialect, source });
  const byTable = new Map([["store_sales", FACT_ROWS]]);
  const { run } = await generate(context, "tpcds", { seed: 7, rows: { byTable } });
  return { schema, directory: run.outputPath };
}

/** What must hold, in SQL of our own: the product's own checks are not asked to judge themselves. */
function questions(schema: ExperimentSchema, directory: string): Asked[] {
  return schema.tables.flatMap((table) => [
    ...countQuestions(table, directory),
    ...keyQuestions(table, directory),
    ...referenceQuestions(schema, table, directory),
  ]);
}

function countQuestions(table: Table, directory: string): Asked[] {
  const rows = table.name.toLowerCase() === "store_sales" ? FACT_ROWS : DEFAULT_ROWS;
  const from = files(table, directory);
  const counted = {
    what: `rows of ${table.name}`,
    sql: `SELECT count(*) FROM ${from}`,
    expected: rows,
  };
  if (table.compositeKeys.length === 0) return [counted];
  const sql = `SELECT count(DISTINCT _row_id) + min(_row_id) - 1 + max(_row_id) FROM ${from}`;
  return [counted, { what: `_row_id of ${table.name} is 1..N`, sql, expected: 2 * rows }];
}

function keyQuestions(table: Table, directory: string): Asked[] {
  return keysOf(table).map((key) => {
    const columns = key.map(quoted).join(", ");
    const present = key.map((name) => `${quoted(name)} IS NOT NULL`).join(" AND ");
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${files(table, directory)} WHERE ${present}
      GROUP BY ${columns} HAVING count(*) > 1)`;
    return { what: `no duplicates of (${columns}) in ${table.name}`, sql, expected: 0 };
  });
}

function referenceQuestions(schema: ExperimentSchema, table: Table, directory: string): Asked[] {
  return table.foreignKeys.map(({ columns, referencesTable, referencesColumns }) => {
    const parent = tablesByName(schema).get(referencesTable.toLowerCase())!;
    const on = columns.map((name, index) =>
      `c.${quoted(name)} = p.${quoted(referencesColumns[index]!)}`
    );
    const present = columns.map((name) => `c.${quoted(name)} IS NOT NULL`).join(" AND ");
    const sql = `SELECT count(*) FROM ${files(table, directory)} c
      ANTI JOIN ${files(parent, directory)} p ON ${on.join(" AND ")} WHERE ${present}`;
    return { what: `no orphans of ${table.name} (${columns.join(", ")})`, sql, expected: 0 };
  });
}

function files(table: Table, directory: string): string {
  return `read_parquet('${directory}/${table.name}/part-*.parquet')`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function ask(queries: readonly string[]): Promise<number[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const answers: number[] = [];
    for (const sql of queries) {
      const [row] = (await connection.run(sql)).getChunk(0).getRows();
      answers.push(Number(row![0]));
    }
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
