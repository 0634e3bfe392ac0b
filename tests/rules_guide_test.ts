import { deepStrictEqual, ok } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { makeRun, type TableJson } from "./_make_run.ts";

const GUIDE = new URL("../docs/guides/relations-and-rules.md", import.meta.url);
const FENCE = /^```(json|sql)(?: (\w+))?\n(.*?)^```$/gms;

interface GuideTable extends TableJson {
  readonly columns: object[];
  checks?: unknown[];
}

/** The guide's first block with all the columns and checks of the others, and its questions. */
async function readGuide() {
  const text = await Deno.readTextFile(GUIDE);
  const questions: string[] = [];
  let schema: { readonly tables: GuideTable[] } | null = null;
  for (const [, language, place, body] of text.matchAll(FENCE)) {
    if (language === "sql") questions.push(body!);
    else if (schema === null) schema = JSON.parse(body!);
    else if (place === "tables") schema.tables.push(JSON.parse(body!));
    else if (place === "checks") {
      orders(schema).checks = [...orders(schema).checks ?? [], ...JSON.parse(body!)];
    } else schema.tables.find(({ name }) => name === place)!.columns.push(JSON.parse(body!));
  }
  return { schema: schema!, questions };
}

function orders({ tables }: { readonly tables: readonly GuideTable[] }): GuideTable {
  return tables.find(({ name }) => name === "orders")!;
}

Deno.test("every example of the guide to rules makes rows that keep it, whatever makes them", async () => {
  const { schema, questions } = await readGuide();
  ok(questions.length >= 12);
  await using run = await makeRun(schema.tables, { seed: 3, workerCount: 2 });
  await using again = await makeRun(schema.tables, { seed: 3, workerCount: 1 });
  deepStrictEqual(again.manifest.tables, run.manifest.tables);
  const connection = await (await DuckDBInstance.create()).connect();
  for (const { name } of schema.tables) {
    const files = run.files(name).map((path) => `'${path}'`).join(", ");
    await connection.run(`CREATE VIEW ${name} AS FROM read_parquet([${files}])`);
  }
  for (const question of questions) {
    const answer = (await connection.run(question)).getChunk(0).getRows();
    deepStrictEqual(answer.map(([count]) => Number(count)), [0], question);
  }
  connection.closeSync();
});
