/**
 * What callers feel while a run goes on, and what the run feels of them. Runs of 5M rows are made in
 * turns: one alone, one beside 64 connections that ask for lists and the state of the run, and so on
 * (A B A B …), at least 5 pairs, until the connections have asked for 20 s in all. What counts is the
 * median of the ratios of pairs: what else the machine does meets both halves of a pair alike.
 *
 * Then the first page of 10,000 experiments, 500 open streams of events, and the memory of the server
 * over 50,000 requests.
 *
 * `deno run -A bench/http_load.ts [seconds] [pairs]`
 */
import { cpuUsage } from "node:process";
import { AppContext, createExperiment } from "../lib/app/mod.ts";

const CONNECTION_COUNT = 64;
/** As pages and scripts do that watch a run. */
const PAUSE_MS = 500;
/** Connections are there, and their first requests answered, before a run begins. */
const WARM_UP_MS = 600;
const RUN_ROWS = 5_000_000;
const EXPERIMENT_COUNT = 10_000;
const STREAM_COUNT = 500;
const MEMORY_REQUEST_COUNT = 50_000;

const BIG = "/api/experiments/big";
const JSON_HEADERS = { "content-type": "application/json" };

async function main(): Promise<void> {
  const [seconds = 20, pairCount = 5] = Deno.args.map(Number);
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_bench_" });
  try {
    fillCatalog(folder);
    await using server = await startServer(folder);
    print(`${navigator.hardwareConcurrency} processors, load ${load()} before`);
    await measurePairs(server, { loadMs: seconds * 1000, pairCount });
    await measurePages(server);
    await measureStreams(server);
    await measureMemory(server);
    print(`load ${load()} after`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A run, by its own clock and by what the server spent on it, requests included. */
interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function measurePairs(
  server: Server,
  { loadMs, pairCount }: { readonly loadMs: number; readonly pairCount: number },
): Promise<void> {
  // The first run loads what later ones have.
  await makeRun(server);
  const latencies: number[] = [];
  const pairs: { readonly alone: Measured; readonly beside: Measured }[] = [];
  let loadedMs = 0;
  let errorCount = 0;
  let callerCpuMs = 0;
  while (pairs.length < pairCount || loadedMs < loadMs) {
    const alone = await makeRun(server);
    const callers = new Callers(server);
    await pause(WARM_UP_MS);
    const startedAtMs = performance.now();
    const cpuBeforeMs = ownCpuMs();
    const beside = await makeRun(server);
    loadedMs += performance.now() - startedAtMs;
    callerCpuMs += ownCpuMs() - cpuBeforeMs;
    await callers.stop();
    latencies.push(...callers.latencies);
    errorCount += callers.errorCount;
    pairs.push({ alone, beside });
    print(
      `  alone ${told(alone)}, beside ${told(beside)}: wall × ${ratio(beside, alone, "wallMs")}`,
    );
  }
  const all = (half: "alone" | "beside", what: keyof Measured) =>
    spread(pairs.map((pair) => pair[half][what]), 0);
  const ratios = (what: keyof Measured) =>
    spread(pairs.map(({ alone, beside }) => beside[what] / alone[what]), 3);
  print(
    `${CONNECTION_COUNT} connections, a request each ${PAUSE_MS} ms, ` +
      `${(loadedMs / 1000).toFixed(1)} s beside runs, ${latencies.length} requests, ` +
      `${errorCount} errors: ${quantiles(latencies)}`,
  );
  print(`run of ${RUN_ROWS} rows, ${pairs.length} pairs, median (quartiles):`);
  print(`  wall ms: alone ${all("alone", "wallMs")}, beside ${all("beside", "wallMs")}`);
  print(`  CPU ms of the server: alone ${all("alone", "cpuMs")}, beside ${all("beside", "cpuMs")}`);
  print(`  ratio of pairs: wall ${ratios("wallMs")}, CPU ${ratios("cpuMs")}`);
  print(
    `  the callers took ${(callerCpuMs / loadedMs).toFixed(2)} processors of the same machine`,
  );
}

/** Connections that ask, each in its own time, until they are stopped. */
class Callers {
  readonly latencies: number[] = [];
  errorCount = 0;
  readonly #server: Server;
  readonly #done: Promise<unknown>;
  #isOver = false;

  constructor(server: Server) {
    this.#server = server;
    this.#done = Promise.all(Array.from({ length: CONNECTION_COUNT }, (_, i) => this.#call(i)));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#done;
  }

  async #call(index: number): Promise<void> {
    await pause(index * PAUSE_MS / CONNECTION_COUNT);
    for (let i = index; !this.#isOver; i++) {
      const path = i % 2 === 0 ? "/api/experiments?limit=20" : `${BIG}/runs?limit=1`;
      const startedAtMs = performance.now();
      if (!(await get(this.#server, path))) this.errorCount++;
      this.latencies.push(performance.now() - startedAtMs);
      await pause(PAUSE_MS);
    }
  }
}

/** Makes a run and waits for its end. */
async function makeRun(server: Server): Promise<Measured> {
  const cpuBeforeMs = server.cpuMs();
  const run = await postJson(server, `${BIG}/generate?wait=true`, runBody(RUN_ROWS));
  if (run.status !== "COMPLETED") throw new Error(`The run ended as ${run.status}`);
  return { wallMs: Number(run.duration_ms), cpuMs: server.cpuMs() - cpuBeforeMs };
}

async function measurePages(server: Server): Promise<void> {
  for (const limit of [50, 500]) {
    const times = await timed(30, () => get(server, `/api/experiments?limit=${limit}`));
    print(`page of ${limit} of ${EXPERIMENT_COUNT} experiments: ${quantiles(times)}`);
  }
}

/** Others are answered while hundreds listen to a run. */
async function measureStreams(server: Server): Promise<void> {
  const run = await postJson(server, `${BIG}/generate`, runBody(20 * RUN_ROWS));
  const stop = new AbortController();
  const before = server.memoryMiB();
  let eventCount = 0;
  const listen = async () => {
    const url = `${server.url}${BIG}/runs/${run.id}/events`;
    const { body } = await fetch(url, { signal: stop.signal });
    for await (const _ of body!) eventCount++;
  };
  const streams = Promise.allSettled(Array.from({ length: STREAM_COUNT }, listen));
  await pause(2_000);
  const times = await timed(100, () => get(server, `${BIG}/runs?limit=1`));
  print(
    `${STREAM_COUNT} open streams, ${eventCount} events so far, memory ${before} to ` +
      `${server.memoryMiB()} MiB; others meanwhile: ${quantiles(times)}`,
  );
  stop.abort();
  await streams;
  await postJson(server, `${BIG}/runs/${run.id}/cancel`, {});
}

async function measureMemory(server: Server): Promise<void> {
  // What is loaded once is loaded before.
  await flood(server, 5_000);
  const memory = [server.memoryMiB()];
  for (let done = 0; done < MEMORY_REQUEST_COUNT; done += 10_000) {
    await flood(server, 10_000);
    memory.push(server.memoryMiB());
  }
  print(`memory over ${MEMORY_REQUEST_COUNT} requests, each 10,000: ${memory.join(", ")} MiB`);
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

async function postJson(
  { url }: Server,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const init = { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(body) };
  return await (await fetch(url + path, init)).json();
}

function runBody(rows: number): unknown {
  return { rows: { facts: rows }, seed: 1 };
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
  /** Of all its threads, since it began. */
  cpuMs(): number;
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
  const read = (file: string) => Deno.readTextFileSync(`/proc/${process.pid}/${file}`);
  return {
    url,
    memoryMiB: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(read("status"))![1]) / 1024),
    cpuMs: () => {
      // What follows the name, which may hold blanks. Spec: man 5 proc_pid_stat, fields 14 and 15.
      const fields = read("stat").split(") ")[1]!.split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    [Symbol.asyncDispose]: async () => {
      process.kill("SIGTERM");
      await process.status;
      await reader.cancel();
    },
  };
}

function ownCpuMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

function told({ wallMs, cpuMs }: Measured): string {
  return `${wallMs} ms (${cpuMs} ms CPU)`;
}

function ratio(above: Measured, below: Measured, what: keyof Measured): string {
  return (above[what] / below[what]).toFixed(2);
}

function quantiles(times: readonly number[]): string {
  const part = (share: number) => quantile(times, share).toFixed(1);
  return `p50 ${part(0.5)} ms, p99 ${part(0.99)} ms, max ${part(1)} ms`;
}

/** The median, and the quartiles around it. */
function spread(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) =>
    quantile(values, share).toFixed(digits)
  );
  return `${middle} (${low} to ${high})`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function load(): string {
  return Deno.loadavg()[0]!.toFixed(1);
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

// Last, because the class above is there only then.
if (import.meta.main) await main();
