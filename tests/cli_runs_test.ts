import { deepEqual, equal, match } from "node:assert/strict";
import { AppContext, createExperiment, generate, listRuns, pruneRuns } from "../lib/app/mod.ts";
import { currentOwner } from "../lib/catalog/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

/** DW_SIM_RACE_ROUNDS=200 is the full count. */
const RACE_ROUNDS = Number(Deno.env.get("DW_SIM_RACE_ROUNDS") ?? 2);
/** Long enough for the second to come while the first is at work. */
const RACE_ROWS = 12_000_000;
/** DW_SIM_RUN_COUNT=1000 is the full count, which `bench/run_progress.ts` measures as well. */
const RUN_COUNT = Number(Deno.env.get("DW_SIM_RUN_COUNT") ?? 200);

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [{
    name: "sales",
    target_rows: 20_000,
    columns: [
      { name: "id", data_type: "INT", is_unique: true, required: true },
      { name: "amount", data_type: "FLOAT", min_value: 0, max_value: 100 },
    ],
    checks: ["amount >= 0"],
  }],
});

Deno.test("of two processes that generate at once one wins, and the other says what is in its way", () =>
  withFolder(async (home) => {
    using context = new AppContext({ flag: home });
    createExperiment(context, SCHEMA, { source: "test" });
    let contested = 0;
    const flags = ["--rows", String(RACE_ROWS), "--workers", "1", "--json"];
    // On a machine that is busy or very fast they may miss each other: then they try again.
    for (let round = 0; round < (contested > 0 ? RACE_ROUNDS : RACE_ROUNDS + 4); round++) {
      const earlier = listRuns(context, "shop").length;
      // Both are started and wait before either may write.
      const gate = await holdCatalog(context.dataRoot.catalogPath);
      const ended = await Promise.all(
        [1, 2].map((seed) =>
          runCli(["experiment", "generate", "shop", "--seed", String(seed), ...flags], { home })
        ),
      );
      await gate.status;
      const lost = ended.filter(({ code }) => code !== 0);
      // A process may start so late that the other is done: then both have won, one after another.
      equal(listRuns(context, "shop").length - earlier, 2 - lost.length);
      equal(lost.length <= 1, true);
      for (const { code, stderr } of lost) {
        contested++;
        equal(code, 4);
        const { error } = JSON.parse(stderr);
        deepEqual([error.code, error.kind], ["RUN_ALREADY_ACTIVE", "conflict"]);
        match(error.hint, /cancel/);
      }
      equal(listRuns(context, "shop").every(({ status }) => status === "completed"), true);
      pruneRuns(context, "shop", { keepCount: 1 });
    }
    equal(contested > 0, true, "the processes never met");
  }));

/** Lets nobody write to the catalog for so long that two processes have started. */
async function holdCatalog(path: string): Promise<Deno.ChildProcess> {
  const script = new URL("./_hold_lock.ts", import.meta.url).pathname;
  const holder = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-check", script, path, "2000"],
    stdout: "piped",
  }).spawn();
  const reader = holder.stdout.getReader();
  await reader.read();
  await reader.cancel();
  return holder;
}

Deno.test("generate --verify puts the report into its JSON, and verify exits with 1 for what is wrong", () =>
  withFolder(async (home) => {
    using context = new AppContext({ flag: home });
    createExperiment(context, SCHEMA, { source: "test" });
    const flags = ["--rows", "2000", "--verify", "--json"];
    const made = await runCli(["experiment", "generate", "shop", ...flags], { home });
    equal(made.code, 0, made.stderr);
    const { id, output_path, verify } = JSON.parse(made.stdout);
    deepEqual([verify.ok, verify.run_id, verify.unchecked_count], [true, id, 0]);
    const kinds = verify.checks.map(({ kind }: { readonly kind: string }) => kind);
    for (const kind of ["files", "row_count", "unique", "required", "range", "check"]) {
      equal(kinds.includes(kind), true, kind);
    }
    const file = `${output_path}/sales/part-00000.parquet`;
    Deno.truncateSync(file, Deno.statSync(file).size - 1);
    const found = await runCli(["experiment", "verify", "shop", "--json"], { home });
    equal(found.code, 1);
    const report = JSON.parse(found.stdout);
    deepEqual([report.ok, report.damaged_files.length], [false, 1]);
  }));

Deno.test("many runs are listed within a moment, and weigh little", () =>
  withFolder(async (home) => {
    await makeRuns(home);
    using context = new AppContext({ flag: home });
    equal(Deno.statSync(context.dataRoot.catalogPath).size < 1e5 + 5e3 * RUN_COUNT, true);
    const startedAtMs = performance.now();
    equal(listRuns(context, "shop").length, RUN_COUNT);
    const elapsedMs = performance.now() - startedAtMs;
    equal(elapsedMs < 200, true, `${elapsedMs} ms`);
    const { code, stdout } = await runCli(["experiment", "runs", "shop", "--json"], { home });
    deepEqual([code, JSON.parse(stdout).runs.length], [0, RUN_COUNT]);
  }));

/** One run with rows, and records of many more. */
async function makeRuns(home: string): Promise<void> {
  using context = new AppContext({ flag: home });
  createExperiment(context, SCHEMA, { source: "test" });
  const { run } = await generate(context, "shop", { seed: 1 });
  const { runs } = context.catalog;
  for (let at = 1; at < RUN_COUNT; at++) {
    const { id } = runs.create({
      ...{ experimentName: "shop", seed: at, generatorVersion: 1, schemaHash: run.schemaHash },
      ...{ targetRows: run.targetRows, owner: currentOwner(), layout: run.layout },
      outputPath: (runId) => context.dataRoot.runPath("shop", runId),
    });
    runs.apply(id, { kind: "start" });
    runs.apply(id, { kind: "complete", rowCounts: run.rowCounts! });
  }
}
