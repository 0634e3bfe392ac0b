/**
 * Times the queries of TPC-H and TPC-DS in Redshift's and Snowflake's SQL over generated data, their
 * fact tables of a million rows, and the translation alone beside them.
 *
 * `deno run -A bench/tpc_queries.ts [rows of a fact table]`
 */
import { AppContext, generate, importDdl } from "../lib/app/mod.ts";
import { translateSql } from "../lib/query/mod.ts";
import { type DialectSession, openDialect } from "../tests/dialects/open_dialect.ts";

const FACT_ROWS = Number(Deno.args[0] ?? 1_000_000);
const DIMENSION_ROWS = 20_000;
const LIMIT_MS = 5000;
const FACTS: Readonly<Record<string, readonly string[]>> = {
  tpch: ["lineitem", "orders"],
  tpcds: ["store_sales", "catalog_sales", "web_sales"],
};

interface Timing {
  readonly name: string;
  readonly translationMs: number;
  readonly runMs: number;
  readonly problem: string;
}

const home = await Deno.makeTempDir({ prefix: "dw_sim_tpc_" });
try {
  for (const kind of ["tpch", "tpcds"]) {
    const files = await makeData(kind);
    for (const dialect of ["redshift", "snowflake"] as const) await measure(kind, dialect, files);
  }
} finally {
  await Deno.remove(home, { recursive: true });
}

async function makeData(kind: string): Promise<ReadonlyMap<string, string>> {
  using context = new AppContext({ flag: home });
  const text = await Deno.readTextFile(
    new URL(`../examples/${kind}_redshift.sql`, import.meta.url),
  );
  const { schema } = importDdl(context, text, { name: kind, dialect: "redshift", source: kind });
  const byTable = new Map(FACTS[kind]!.map((table) => [table, FACT_ROWS]));
  const rows = { everyTable: DIMENSION_ROWS, byTable };
  const { run } = await generate(context, kind, { seed: 7, rows });
  return new Map(schema.tables.map(({ name }) => [name, `${run.outputPath}/${name}/*.parquet`]));
}

async function measure(
  kind: string,
  dialect: "redshift" | "snowflake",
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const session = await openDialect(dialect);
  for (const [name, path] of files) {
    await session.connection.run(`CREATE VIEW ${name} AS FROM read_parquet('${path}')`);
  }
  const folder = new URL(`../tests/golden/queries/${kind}/${dialect}/`, import.meta.url);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
  const timings: Timing[] = [];
  for (const name of names) {
    timings.push(
      await time(session, dialect, await Deno.readTextFile(new URL(name, folder)), name),
    );
  }
  session.close();
  await print(`${kind} ${dialect}, ${FACT_ROWS} rows a fact table`, timings);
}

async function time(
  session: DialectSession,
  dialect: "redshift" | "snowflake",
  sql: string,
  name: string,
): Promise<Timing> {
  const startedAtMs = performance.now();
  const translated = await translateSql(sql, { dialect });
  const translatedAtMs = performance.now();
  let problem = "";
  try {
    await session.connection.run(translated.sql);
  } catch (error) {
    problem = error instanceof Error ? error.message.split("\n")[0]! : String(error);
  }
  return {
    name,
    translationMs: translatedAtMs - startedAtMs,
    runMs: performance.now() - translatedAtMs,
    problem,
  };
}

async function print(title: string, timings: readonly Timing[]): Promise<void> {
  const ran = timings.filter(({ problem }) => problem === "");
  const slow = ran.filter(({ runMs }) => runMs > LIMIT_MS);
  const slowest = ran.toSorted((a, b) => b.runMs - a.runMs).slice(0, 5);
  const total = (of: (timing: Timing) => number) =>
    Math.round(timings.reduce((sum, timing) => sum + of(timing), 0));
  const lines = [
    title,
    `  ${ran.length} of ${timings.length} run, ${slow.length} over ${LIMIT_MS / 1000} s`,
    `  translated in ${total(({ translationMs }) => translationMs)} ms, run in ${
      total(({ runMs }) => runMs)
    } ms, in all`,
    `  slowest: ${slowest.map(({ name, runMs }) => `${name} ${Math.round(runMs)} ms`).join(", ")}`,
    ...timings.filter(({ problem }) => problem !== "").map(({ name, problem }) =>
      `  ${name} does not run: ${problem}`
    ),
  ];
  await Deno.stdout.write(new TextEncoder().encode(`${lines.join("\n")}\n\n`));
}
