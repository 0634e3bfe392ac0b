import { equal, match } from "node:assert/strict";
import {
  AppContext,
  createExperiment,
  generate,
  listRuns,
  resumeRun,
  ROW_GROUP_ROWS,
  showManifest,
} from "../lib/app/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

/** DW_SIM_CANCEL_POINTS=5 is the full count; the seed makes the same moments again. */
const POINTS = Number(Deno.env.get("DW_SIM_CANCEL_POINTS") ?? 2);
const SEED = Number(Deno.env.get("DW_SIM_FAULT_SEED") ?? Math.floor(Math.random() * 1e9));

const CLI = new URL("../cli.ts", import.meta.url).pathname;
/** Two seconds of work, so that there is something to cancel on a fast machine too. */
const ROWS = 80 * ROW_GROUP_ROWS + 3;

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [{
    name: "sales",
    target_rows: ROWS,
    columns: [
      { name: "id", data_type: "INT", is_unique: true, required: true },
      { name: "email", data_type: "VARCHAR", varchar_length: 60, faker_rule: "internet.email" },
      { name: "amount", data_type: "FLOAT", min_value: 0, max_value: 100 },
    ],
  }],
});

const FLAGS = ["--seed", "9", "--part-rows", String(ROW_GROUP_ROWS)];

Deno.test(`a run cancelled anywhere stops within a second, and resumed has the bytes of one go (seed ${SEED})`, () =>
  withFolder(async (home) => {
    using context = new AppContext({ flag: home });
    createExperiment(context, SCHEMA, { source: "test" });
    const layout = { partRows: ROW_GROUP_ROWS, codec: "snappy" } as const;
    const whole = await generate(context, "shop", { seed: 9, layout });
    const expected = JSON.stringify(whole.manifest.tables);
    let abortedCount = 0;
    for (let point = 0; point < POINTS; point++) {
      // The first one is early enough to come in time whatever the machine.
      const share = (((SEED + point * 7919) * 0.6180339887) % 1) * (point === 0 ? 0.3 : 1);
      const { code, stderr, cancelMs } = await cancelled(home, context, {
        ...{ share, bySignal: point % 2 === 0, elapsedMs: whole.elapsedMs },
      });
      const [run] = listRuns(context, "shop");
      // The last moments may have been too late to cancel.
      if (run!.status === "aborted") {
        abortedCount++;
        equal(code, 130);
        match(stderr, new RegExp(`--resume ${run!.id}`));
        equal(cancelMs < 1_000, true, `it took ${cancelMs} ms`);
        await resumeRun(context, "shop");
      }
      equal(JSON.stringify(showManifest(context, "shop", run!.id).tables), expected);
    }
    equal(abortedCount > 0, true, "every cancellation came too late");
  }));

interface Cancellation {
  /** When, as a share of the time that the rows take. */
  readonly share: number;
  readonly elapsedMs: number;
  readonly bySignal: boolean;
}

interface Cancelled {
  readonly code: number;
  readonly stderr: string;
  readonly cancelMs: number;
}

/** Ctrl-C, or the command in another process. */
async function cancelled(
  home: string,
  context: AppContext,
  { share, bySignal, elapsedMs }: Cancellation,
): Promise<Cancelled> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", CLI, "experiment", "generate", "shop", ...FLAGS],
    env: { DW_SIM_HOME: home, NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  let isOver = false;
  const ended = child.output().finally(() => isOver = true);
  while (context.catalog.runs.active("shop")?.status !== "running" && !isOver) await pause(10);
  await pause(share * elapsedMs * 0.9);
  const startedAtMs = performance.now();
  if (bySignal && !isOver) child.kill("SIGINT");
  else if (!bySignal) await runCli(["experiment", "cancel", "shop"], { home });
  while (context.catalog.runs.active("shop") !== null) await pause(10);
  // The other process takes its time to start.
  const cancelMs = bySignal ? performance.now() - startedAtMs : cancelTook(context);
  const { code, stderr } = await ended;
  return { code, stderr: new TextDecoder().decode(stderr), cancelMs };
}

function cancelTook(context: AppContext): number {
  const { cancelRequestedAt, completedAt } = listRuns(context, "shop")[0]!;
  if (cancelRequestedAt === null) return 0;
  return Date.parse(completedAt!) - Date.parse(cancelRequestedAt);
}

function pause(elapsedMs: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, elapsedMs));
}
