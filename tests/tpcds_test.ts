import assert from "node:assert/strict";
import { AppContext, generate, importDdl, verifyRun } from "../lib/app/mod.ts";
import type { Dialect } from "../lib/schema/mod.ts";
import { askNumbers, keyQuestions } from "./_key_questions.ts";

const FACT_ROWS = 2_000_000;
const DEFAULT_ROWS = 1000;
/** A day each from 2020 to 2025. */
const CALENDAR_ROWS = 2192;

for (const dialect of ["redshift", "snowflake"] as const) {
  Deno.test(`TPC-DS from its ${dialect} DDL: counts are exact, every key and reference holds`, async () => {
    const home = await Deno.makeTempDir({ prefix: "dw-sim-tpcds-" });
    try {
      using context = new AppContext({ flag: home });
      const { schema, directory } = await makeTpcds(context, dialect);
      const questions = keyQuestions({
        schema,
        rowCount: ({ name }) => rowCountOf(name),
        from: ({ name }) => `read_parquet('${directory}/${name}/part-*.parquet')`,
      });
      assert.equal(schema.tables.length, 24);
      const answers = await askNumbers(questions.map(({ sql }) => sql));
      questions.forEach(({ what, expected }, index) =>
        assert.equal(answers[index], expected, what)
      );
      const report = await verifyRun(context, "tpcds");
      assert.deepEqual(report.broken, []);
      assert.equal(report.rowCount, FACT_ROWS + CALENDAR_ROWS + 22 * DEFAULT_ROWS);
    } finally {
      await Deno.remove(home, { recursive: true });
    }
  });
}

function rowCountOf(table: string): number {
  switch (table.toLowerCase()) {
    case "store_sales":
      return FACT_ROWS;
    case "date_dim":
      return CALENDAR_ROWS;
    default:
      return DEFAULT_ROWS;
  }
}

async function makeTpcds(context: AppContext, dialect: Dialect) {
  const source = `tpcds_${dialect}.sql`;
  const text = await Deno.readTextFile(new URL(`../examples/${source}`, import.meta.url));
  const { schema } = importDdl(context, text, { name: "tpcds", dialect, source });
  const byTable = new Map([["store_sales", FACT_ROWS]]);
  const { run } = await generate(context, "tpcds", { seed: 7, rows: { byTable } });
  return { schema, directory: run.outputPath };
}
