import { deepEqual, equal } from "node:assert/strict";
import {
  AppContext,
  createExperiment,
  generate,
  listExperiments,
  listLeftovers,
  listRuns,
  repairStorage,
  resumeRun,
  ROW_GROUP_ROWS,
  runQuery,
  verifyRun,
} from "../lib/app/mod.ts";
import { chance, type Doomed, FAULT_ROUNDS, FAULT_SEED, startDoomed } from "./_faults.ts";
import { withFolder } from "./_run_cli.ts";

/** Two parts and a bit: long enough to be killed at any stage of it. */
const LARGE_ROWS = 3 * ROW_GROUP_ROWS + 5;
const SMALL_ROWS = 100;
const EARLIER_ROWS = 1_000;

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [
    {
      name: "stores",
      target_rows: 20,
      columns: [{ name: "id", data_type: "INT", is_unique: true, required: true }],
    },
    {
      name: "sales",
      target_rows: EARLIER_ROWS,
      columns: [
        { name: "id", data_type: "INT", is_unique: true, required: true },
        { name: "email", data_type: "VARCHAR", varchar_length: 60, faker_rule: "internet.email" },
        { name: "amount", data_type: "FLOAT", min_value: 0, max_value: 100 },
        {
          ...{ name: "store_id", data_type: "INT" },
          foreign_key: { references_table: "stores", references_column: "id" },
        },
      ],
    },
  ],
});

interface Deed {
  readonly deed: "generate" | "advance" | "reset" | "delete" | "prune";
  readonly title: string;
  readonly rows: number;
  /** What `SELECT count(*) FROM sales` may answer, before, during and after; null for no experiment. */
  readonly counts: readonly (number | null)[];
}

const DEEDS: readonly Deed[] = [
  {
    ...{ deed: "generate", title: "generate", rows: LARGE_ROWS },
    counts: [EARLIER_ROWS, LARGE_ROWS],
  },
  {
    ...{ deed: "generate", title: "publish", rows: SMALL_ROWS },
    counts: [EARLIER_ROWS, SMALL_ROWS],
  },
  {
    ...{ deed: "advance", title: "advance", rows: SMALL_ROWS },
    counts: [EARLIER_ROWS, EARLIER_ROWS + SMALL_ROWS],
  },
  { ...{ deed: "reset", title: "reset", rows: 0 }, counts: [EARLIER_ROWS, 0] },
  { ...{ deed: "delete", title: "delete", rows: 0 }, counts: [EARLIER_ROWS, null] },
  { ...{ deed: "prune", title: "prune", rows: 0 }, counts: [EARLIER_ROWS] },
];

for (const deed of DEEDS) {
  Deno.test(`${deed.title} killed at any moment loses nothing and leaves nothing behind (seed ${FAULT_SEED})`, () =>
    withFolder(async (folder) => {
      const expected = deed.deed === "generate" ? await checksumsOf(`${folder}/whole`, deed) : "";
      const durationMs = await duration(`${folder}/measured`, deed);
      for (let round = 0; round < FAULT_ROUNDS; round++) {
        const home = `${folder}/${round}`;
        await prepare(home);
        // A little more than it takes, so that the last moments are hit as well.
        await killAfter(home, deed, chance(deed.title, round) * durationMs * 1.1);
        await assertWhole(home, deed, expected);
        await Deno.remove(home, { recursive: true });
      }
    }));
}

/** An experiment with an old run and a current one. */
async function prepare(home: string): Promise<void> {
  using context = new AppContext({ flag: home });
  createExperiment(context, SCHEMA, { source: "test" });
  for (const seed of [5, 6]) await generate(context, "shop", { seed });
}

async function assertWhole(home: string, deed: Deed, expected: string): Promise<void> {
  using context = new AppContext({ flag: home });
  // Every command works, and nobody is thought to be at work.
  const [experiment] = listExperiments(context);
  equal(deed.counts.includes(await salesCount(context)), true);
  if (experiment === undefined) equal(deed.deed, "delete");
  else {
    equal(experiment.activeRun, null);
    deepEqual((await verifyRun(context, "shop")).broken, []);
    await assertResumable(context, deed, expected);
    for (const { id, status, filesRemovedAt } of listRuns(context, "shop")) {
      if (status !== "completed" || filesRemovedAt !== null) continue;
      deepEqual((await verifyRun(context, "shop", { runId: id })).broken, []);
    }
  }
  deepEqual(repairStorage(context).unknown, []);
  deepEqual(listLeftovers(context), []);
  assertEveryFolderIsOwned(context);
}

/** A run that was killed is taken up, and has then the bytes of one that was not. */
async function assertResumable(context: AppContext, deed: Deed, expected: string): Promise<void> {
  const [newest] = listRuns(context, "shop");
  if (newest!.status === "completed") return;
  equal(newest!.status, "aborted");
  const { manifest } = await resumeRun(context, "shop");
  if (deed.deed === "generate") equal(JSON.stringify(manifest.tables), expected);
  deepEqual((await verifyRun(context, "shop")).broken, []);
}

function assertEveryFolderIsOwned(context: AppContext): void {
  const owned = new Set(
    context.catalog.runs.listAll().filter(({ filesRemovedAt }) => filesRemovedAt === null)
      .flatMap(({ outputPath }) => [outputPath, `${outputPath}.partial`]),
  );
  const runs = `${context.dataRoot.path}/experiments/shop/runs`;
  for (const name of namesIn(runs)) equal(owned.has(`${runs}/${name}`), true, name);
}

/** The rows that a reader sees; null when there is no experiment. */
async function salesCount(context: AppContext): Promise<number | null> {
  if (listExperiments(context).length === 0) return null;
  const sql = "SELECT count(*) FROM sales";
  await using answer = await runQuery(context, { experiment: "shop", sql });
  for await (const batch of answer.result.batches()) return Number(batch.text()[0]![0]);
  return null;
}

async function checksumsOf(home: string, deed: Deed): Promise<string> {
  using context = new AppContext({ flag: home });
  createExperiment(context, SCHEMA, { source: "test" });
  const { manifest } = await generate(context, "shop", {
    rows: { byTable: new Map([["sales", deed.rows]]) },
    ...{ seed: 1, layout: { partRows: ROW_GROUP_ROWS, codec: "snappy" as const } },
  });
  return JSON.stringify(manifest.tables);
}

async function duration(home: string, deed: Deed): Promise<number> {
  await prepare(home);
  await using doomed = begin(home, deed);
  await doomed.ready;
  const startedAtMs = performance.now();
  await doomed.ended;
  return performance.now() - startedAtMs;
}

/** Kills the process so long after it began; a reader looks on all the while. */
async function killAfter(home: string, deed: Deed, delayMs: number): Promise<void> {
  await using doomed = begin(home, deed);
  await doomed.ready;
  const timer = setTimeout(() => doomed.kill(), delayMs);
  using reader = new AppContext({ flag: home });
  let isOver = false;
  const ended = doomed.ended.then(() => void (isOver = true));
  while (!isOver) {
    const seen = await salesCount(reader).catch(goneMeanwhile);
    if (seen !== "gone") equal(deed.counts.includes(seen), true, `a reader saw ${seen} rows`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  clearTimeout(timer);
  await ended;
}

/** The files may go between the look into the catalog and the look at them: an error, not less rows. */
function goneMeanwhile(error: unknown): "gone" {
  if (error instanceof Error && "code" in error) return "gone";
  throw error;
}

function begin(home: string, { deed, rows }: Deed): Doomed {
  return startDoomed(home, deed, String(rows));
}

function namesIn(folder: string): readonly string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
