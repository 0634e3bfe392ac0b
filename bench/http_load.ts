/**
 * What callers feel while a run goes on, and what the run feels of them: 64 connections ask for lists
 * and the state of the run, twice a second each, for 20 s, while runs of 5M rows go on. Then the first
 * page of 10,000 experiments, and the memory of the server over 50,000 requests.
 *
 * `deno run -A bench/http_load.ts [seconds]`
 */
import { AppContext, createExperiment } from "../lib/app/mod.ts";

const CONNECTION_COUNT = 64;
const PAUSE_MS = 500;
const RUN_ROWS = 5_000_000;
const EXPERIMENT_COUNT = 10_000;
const MEMORY_REQUEST_COUNT = 50_000;
const RUN_COUNT = 4;

const BIG = "/api/experiments/big";
const JSON_HEADERS = { "content-type": "application/json" };

if (import.meta.main) {
  const seconds = Number(Deno.args[0] ?? 20);
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_bench_" });
  try {
    fillCatalog(folder);
    await using server = await startServer(folder);
    await measure(server, seconds * 1000);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measure(server: Server, loadMs: number): Promise<void> {
  print(
    `${navigator.hardwareConcurrency} processors, load ${Deno.loadavg()[0]!.toFixed(1)} before`,
  );
  await makeRun(server);
  const pages = await timed(20, () => get(server, "/api/experiments?limit=50"));
  print(`list page of ${EXPERIMENT_COUNT} experiments: ${quantiles(pages)}`);

  const alone: number[] = [];
  for (let i = 0; i < RUN_COUNT; i++) alone.push(await makeRun(server));
  const { latencies, beside, errorCount } = await loadBesideRuns(server, loadMs);
  print(
    `${CONNECTION_COUNT} connections, ${loadMs / 1000} s, a request each ${PAUSE_MS} ms, ` +
      `${latencies.length} requests, ${errorCount} errors: ${quantiles(latencies)}`,
  );
  const slowdown = (median(beside) / median(alone) - 1) * 100;
  print(
    `run of ${RUN_ROWS} rows: alone ${median(alone)} ms (${alone.length} runs), ` +
      `under load ${median(beside)} ms (${beside.length} runs), ${slowdown.toFixed(1)} % slower`,
  );

  print(`memory before: ${server.memoryMiB()} MiB`);
  for (let done = 0; done < MEMORY_REQUEST_COUNT; done += 10_000) {
    await flood(server, 10_000);
    print(`memory after ${done + 10_000} requests: ${server.memoryMiB()} MiB`);
  }
  print(`load ${Deno.loadavg()[0]!.toFixed(1)} after`);
}

/** Keeps runs going for as long as the load lasts. */
async function loadBesideRuns(server: Server, loadMs: number) {
  const endMs = performance.now() + loadMs;
  const latencies: number[] = [];
  let errorCount = 0;
  const caller = async (index: number) => {
    await pause(index * PAUSE_MS / CONNECTION_COUNT);
    for (let i = 0; performance.now() < endMs; i++) {
      const path = i % 2 === 0 ? "/api/experiments?limit=20" : `${BIG}/runs?limit=1`;
      const startedAtMs = performance.now();
      if (!(await get(server, path))) errorCount++;
      latencies.push(performance.now() - startedAtMs);
      await pause(PAUSE_MS);
    }
  };
  const beside: number[] = [];
  const runner = async () => {
    while (performance.now() < endMs) beside.push(await makeRun(server));
  };
  const callers = Array.from({ length: CONNECTION_COUNT }, (_, i) => caller(i));
  await Promise.all([...callers, runner()]);
  return { latencies, beside, errorCount };
}

/** Makes a run, and tells how long it took by its own account. */
async function makeRun({ url }: Server): Promise<number> {
  const body = JSON.stringify({ rows: { facts: RUN_ROWS }, seed: 1 });
  const init = { method: "POST", headers: JSON_HEADERS, body };
  const run = await (await fetch(`${url}${BIG}/generate?wait=true`, init)).json();
  if (run.status !== "COMPLETED") throw new Error(`The run ended as ${run.status}`);
  return run.duration_ms;
}

/** Sixteen at a time, as fast as they are answered. */
async function flood(server: Server, count: number): Promise<void> {
  let left = count;
  const caller = async () => {
    while (left-- > 0) await get(server, left % 2 === 0 ? "/health" : BIG);
  };
  await Promise.all(Array.from({ length: 16 }, caller));
}

async function get({ url }: Server, path: string): Promise<boolean> {
  const response = await fetch(url + path);
  await response.bytes();
  return response.ok;
}

async function timed(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const startedAtMs = performance.now();
    await work();
    times.push(performance.now() - startedAtMs);
  }
  return times;
}

function fillCatalog(folder: string): void {
  using context = new AppContext({ flag: folder });
  const columns = [
    { name: "id", data_type: "INT", is_unique: true, required: true },
    { name: "amount", data_type: "DECIMAL", precision: 12, scale: 2 },
    { name: "sold_on", data_type: "DATE" },
    { name: "store", data_type: "VARCHAR", varchar_length: 20 },
  ];
  for (let i = 0; i < EXPERIMENT_COUNT; i++) {
    const name = i === 0 ? "big" : `other_${i}`;
    const schema = { name, tables: [{ name: "facts", target_rows: 10, columns }] };
    createExperiment(context, JSON.stringify(schema), { source: "bench" });
  }
}

interface Server extends AsyncDisposable {
  readonly url: string;
  memoryMiB(): number;
}

async function startServer(folder: string): Promise<Server> {
  const cli = new URL("../cli.ts", import.meta.url).pathname;
  const options = ["serve", "--port", "0", "--json", "--log", "none", "--data-dir", folder];
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", cli, ...options],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("}")) text += (await reader.read()).value ?? "";
  const { url } = JSON.parse(text);
  return {
    url,
    memoryMiB: () => {
      const status = Deno.readTextFileSync(`/proc/${process.pid}/status`);
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024);
    },
    [Symbol.asyncDispose]: async () => {
      process.kill("SIGTERM");
      await process.status;
      await reader.cancel();
    },
  };
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, max ${at(1).toFixed(1)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
