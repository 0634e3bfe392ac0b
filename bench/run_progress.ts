/**
 * Prints what it costs to show how far a run is, and what a catalog of many runs weighs:
 * `deno run -A bench/run_progress.ts [rows] [pairs]`.
 */
import { cpuUsage } from "node:process";
import { AppContext, createExperiment, generate, listRuns } from "../lib/app/mod.ts";
import { currentOwner, openCatalog, type RunRecord } from "../lib/catalog/mod.ts";
import { planGeneration } from "../lib/generation/mod.ts";
import { parseSchema, schemaHash } from "../lib/schema/mod.ts";
import { writeRun } from "../lib/storage/mod.ts";

const rowCount = Number(Deno.args[0] ?? 10_000_000);
const pairCount = Number(Deno.args[1] ?? 3);
const RUN_COUNT = 1_000;
const CLI = new URL("../cli.ts", import.meta.url).pathname;
const BEATS = 2_000;

const SCHEMA = JSON.stringify({
  name: "bench",
  tables: [{
    name: "sales",
    target_rows: rowCount,
    columns: [
      { name: "id", data_type: "INT", is_unique: true, required: true },
      { name: "email", data_type: "VARCHAR", varchar_length: 60, faker_rule: "internet.email" },
      { name: "amount", data_type: "FLOAT", min_value: 0, max_value: 100 },
      { name: "sold_on", data_type: "DATE", date_start: "2024-01-01", date_end: "2024-12-31" },
    ],
  }],
});

const home = Deno.makeTempDirSync({ prefix: "dw_sim_bench_" });
try {
  await measureProgress();
  measureCatalog();
  await measureCommand();
} finally {
  Deno.removeSync(home, { recursive: true });
}

/** The same rows with all the reporting of a run, and with none of it, in turns. */
async function measureProgress(): Promise<void> {
  using context = new AppContext({ flag: home });
  createExperiment(context, SCHEMA, { source: "bench" });
  const schema = parseSchema(SCHEMA, { source: "bench" });
  const { plan } = await planGeneration(schema, { seed: 1 });
  const identity = { experiment: "bench", runId: "bare", schemaHash: schemaHash(schema) };
  const beatCpuMs = await beatProcessorMs(context);
  const shares: number[] = [];
  for (let pair = 0; pair < pairCount; pair++) {
    const runPath = `${home}/bare`;
    const bareMs = await processorMs(() => writeRun(plan, { identity, runPath }));
    Deno.removeSync(runPath, { recursive: true });
    const beats = watchBeats(context);
    const toldMs = await processorMs(() => generate(context, "bench", { seed: 1 }));
    const share = beats.count * beatCpuMs / toldMs;
    shares.push(share);
    print(
      `pair ${pair + 1}: ${bareMs.toFixed(0)} ms of processor without, ${toldMs.toFixed(0)} ms ` +
        `with progress; ${beats.count} writes, ${(share * 100).toFixed(2)} %, ` +
        `${beats.elapsedMs.toFixed(0)} ms by the clock`,
    );
  }
  const median = shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)]!;
  const rows = rowCount.toLocaleString("en-US");
  print(`a write: ${beatCpuMs.toFixed(3)} ms of processor, measured over ${BEATS} of them alone`);
  print(`progress of ${rows} rows: ${(median * 100).toFixed(2)} % of the processor time`);
}

/** Workers use the processor too, so that one write among them cannot be measured by itself. */
async function beatProcessorMs({ catalog: { runs } }: AppContext): Promise<number> {
  const { id } = addQueued(runs, 0);
  const tables = { sales: { rows: 1, parts: 1 } };
  const total = await processorMs(() => {
    for (let beat = 0; beat < BEATS; beat++) {
      runs.beat(id, {
        ...{ rowsDone: beat, rowsTotal: rowCount, partsDone: 0, partsTotal: 10, tables },
        ...{ rowsPerSecond: 1e6, remainingMs: 1000 },
      });
    }
    return Promise.resolve();
  });
  runs.apply(id, { kind: "abort", error: { code: "CANCELLED", message: "-", trace: null } });
  return total / BEATS;
}

interface Beats {
  count: number;
  elapsedMs: number;
}

function watchBeats({ catalog: { runs } }: AppContext): Beats {
  // Its own again each time: what an earlier pair has put there must not count twice.
  Reflect.deleteProperty(runs, "beat");
  const beat = runs.beat;
  const beats = { count: 0, elapsedMs: 0 };
  runs.beat = (id, progress) => {
    const startedAtMs = performance.now();
    const answer = beat.call(runs, id, progress);
    beats.elapsedMs += performance.now() - startedAtMs;
    beats.count++;
    return answer;
  };
  return beats;
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = cpuUsage();
  await work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1e3;
}

function measureCatalog(): void {
  const path = `${home}/catalog.sqlite`;
  {
    using catalog = openCatalog(path);
    for (let run = 0; run < RUN_COUNT; run++) addRun(catalog.runs, run);
  }
  const { size } = Deno.statSync(path);
  const startedAtMs = performance.now();
  const before = cpuUsage();
  using context = new AppContext({ flag: home });
  const runs = listRuns(context, "bench");
  const { user, system } = cpuUsage(before);
  const elapsedMs = performance.now() - startedAtMs;
  print(
    `catalog of ${runs.length} runs: ${(size / 1e6).toFixed(2)} MB, opened and listed in ` +
      `${elapsedMs.toFixed(0)} ms by the clock, ${
        ((user + system) / 1e3).toFixed(0)
      } ms of processor`,
  );
}

/** Whole processes, in turns: the command, and one that does nothing. */
async function measureCommand(): Promise<void> {
  const commands = [["experiment", "runs", "bench"], ["version"]] as const;
  const times = commands.map((): number[] => []);
  for (let pair = 0; pair < 5; pair++) {
    for (const [at, args] of commands.entries()) {
      const startedAtMs = performance.now();
      const { success } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--quiet", "--no-check", CLI, ...args],
        env: { DW_SIM_HOME: home },
        stdout: "null",
      }).output();
      if (!success) throw new Error(`'${args.join(" ")}' failed`);
      times[at]!.push(performance.now() - startedAtMs);
    }
  }
  const [runs, nothing] = times.map((each) => each.sort((a, b) => a - b)[2]!);
  print(
    `'experiment runs' as a process: ${runs!.toFixed(0)} ms by the clock, of which ` +
      `${nothing!.toFixed(0)} ms are what 'version' takes`,
  );
}

function addQueued(runs: AppContext["catalog"]["runs"], at: number): RunRecord {
  const targetRows = Object.fromEntries(
    Array.from({ length: 24 }, (_, table) => [`table_number_${table}`, 1_000_000]),
  );
  return runs.create({
    ...{ experimentName: "bench", seed: at, generatorVersion: 1, schemaHash: "a".repeat(64) },
    ...{ targetRows, owner: currentOwner(), layout: { partRows: 1_048_576, codec: "snappy" } },
    outputPath: (run) => `${home}/experiments/bench/runs/${run}`,
  });
}

/** Every fourth run fails, with a trace. */
function addRun(runs: AppContext["catalog"]["runs"], at: number): void {
  const { id, targetRows } = addQueued(runs, at);
  runs.apply(id, { kind: "start" });
  const trace = "    at somewhere (file:///somewhere/else.ts:10:20)\n".repeat(20);
  runs.apply(
    id,
    at % 4 === 0
      ? { kind: "fail", error: { code: "STORAGE_FULL", message: "No space is left", trace } }
      : { kind: "complete", rowCounts: targetRows },
  );
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
