import { DwSimError } from "../errors/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { GenerationProgress } from "../storage/mod.ts";
import type { QueryColumn } from "../query/mod.ts";
import type { AppContext } from "./app_context.ts";
import { deleteExperiment } from "./delete_experiment.ts";
import { generate, type GeneratedRun } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { storeExperiment } from "./_store_experiment.ts";
import { listExperiments } from "./list_experiments.ts";
import { runQuery } from "./run_query.ts";
import { type VerifyReport, verifyRun } from "./verify_run.ts";

export const DEMO_NAME = "demo";

/** Marks the demo's experiment, so that nobody's own experiment of that name is ever replaced. */
const DEMO_DESCRIPTION = "The dw-sim demo: TPC-H, from its Amazon Redshift DDL";

const DEMO_DDL = new URL("../../examples/tpch_redshift.sql", import.meta.url);
const DEMO_SEED = 42;

/** TPC-H's proportions, about a million rows in all. Spec: TPC-H 3.0.1, section 4.2.5. */
export const DEMO_ROWS: ReadonlyMap<string, number> = new Map([
  ["region", 5],
  ["nation", 25],
  ["supplier", 1_150],
  ["customer", 17_250],
  ["part", 23_000],
  ["partsupp", 92_000],
  ["orders", 172_500],
  ["lineitem", 694_070],
]);

/** A question of the demo. */
export interface DemoQuery {
  readonly title: string;
  readonly sql: string;
}

export interface DemoAnswer extends DemoQuery {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly elapsedMs: number;
}

/** What the demo is at; told as it goes. */
export type DemoStep =
  | { readonly kind: "imported"; readonly schema: ExperimentSchema; readonly replaced: boolean }
  | { readonly kind: "progress"; readonly progress: GenerationProgress }
  | { readonly kind: "generated"; readonly generated: GeneratedRun }
  | { readonly kind: "verified"; readonly report: VerifyReport }
  | { readonly kind: "answered"; readonly answer: DemoAnswer };

export interface DemoOptions {
  readonly signal?: AbortSignal;
  readonly onStep: (step: DemoStep) => void;
}

export const DEMO_QUERIES: readonly DemoQuery[] = [
  {
    title: "Revenue by region",
    sql: `SELECT r_name AS region, count(*) AS lines,
  sum(l_extendedprice * (1 - l_discount))::DECIMAL(18, 2) AS revenue
FROM lineitem
  JOIN orders ON o_orderkey = l_orderkey
  JOIN customer ON c_custkey = o_custkey
  JOIN nation ON n_nationkey = c_nationkey
  JOIN region ON r_regionkey = n_regionkey
GROUP BY r_name ORDER BY revenue DESC`,
  },
  {
    title: "Best customers",
    sql: `SELECT c_name AS customer, n_name AS nation, count(DISTINCT o_orderkey) AS orders,
  sum(l_quantity) AS pieces
FROM customer
  JOIN nation ON n_nationkey = c_nationkey
  JOIN orders ON o_custkey = c_custkey
  JOIN lineitem ON l_orderkey = o_orderkey
GROUP BY c_custkey, c_name, n_name ORDER BY pieces DESC, customer LIMIT 5`,
  },
  {
    title: "Where parts are in stock, by the key of two columns",
    sql: `SELECT s_name AS supplier, count(*) AS lines, sum(ps_availqty) AS available
FROM lineitem
  JOIN partsupp ON ps_partkey = l_partkey AND ps_suppkey = l_suppkey
  JOIN supplier ON s_suppkey = ps_suppkey
GROUP BY s_suppkey, s_name ORDER BY lines DESC, supplier LIMIT 5`,
  },
];

/**
 * Shows the whole way on TPC-H: DDL in, about a million rows out, keys verified, three joins. The
 * experiment stays, under the name `demo`; the one of an earlier demo is replaced.
 *
 * @throws DwSimError EXPERIMENT_NAME_TAKEN when an experiment `demo` exists that is not ours, and
 * whatever the single steps throw.
 */
export async function runDemo(
  context: AppContext,
  { signal, onStep }: DemoOptions,
): Promise<void> {
  const schema = demoSchema(context, await Deno.readTextFile(DEMO_DDL));
  const replaced = removePreviousDemo(context);
  storeExperiment(context, schema);
  onStep({ kind: "imported", schema, replaced });
  const generated = await generate(context, DEMO_NAME, {
    ...{ seed: DEMO_SEED, signal },
    onProgress: (progress) => onStep({ kind: "progress", progress }),
  });
  onStep({ kind: "generated", generated });
  onStep({ kind: "verified", report: await verifyRun(context, DEMO_NAME, { signal }) });
  for (const query of DEMO_QUERIES) {
    onStep({ kind: "answered", answer: await ask(context, { ...query, signal }) });
  }
}

function demoSchema(context: AppContext, ddl: string): ExperimentSchema {
  const { schema } = importDdl(context, ddl, {
    ...{ source: "examples/tpch_redshift.sql", name: DEMO_NAME, dialect: "redshift" },
    ...{ description: DEMO_DESCRIPTION, dryRun: true },
  });
  const tables = schema.tables.map((table) => ({
    ...table,
    targetRows: DEMO_ROWS.get(table.name) ?? table.targetRows,
  }));
  return { ...schema, tables };
}

function removePreviousDemo(context: AppContext): boolean {
  const previous = listExperiments(context).find(({ name }) => name.toLowerCase() === DEMO_NAME);
  if (previous === undefined) return false;
  if (previous.schema.description !== DEMO_DESCRIPTION) {
    throw new DwSimError("EXPERIMENT_NAME_TAKEN", { name: previous.name });
  }
  deleteExperiment(context, previous.name);
  return true;
}

async function ask(
  context: AppContext,
  { title, sql, signal }: DemoQuery & { signal: AbortSignal | undefined },
): Promise<DemoAnswer> {
  const startedAtMs = performance.now();
  await using answer = await runQuery(context, { experiment: DEMO_NAME, sql, signal });
  const rows: (string | null)[][] = [];
  for await (const batch of answer.result.batches()) rows.push(...batch.text());
  const elapsedMs = performance.now() - startedAtMs;
  return { title, sql, columns: answer.result.columns, rows, elapsedMs };
}
