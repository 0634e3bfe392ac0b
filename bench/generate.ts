/**
 * Rows per CPU-second of the ten-column table, beside DuckDB's COPY and Faker a row at a time. Every
 * pipeline is a process of its own, start-up and planning included; the pipelines take turns, so
 * that a machine whose speed drifts is unfair to none. Prints a table, and keeps it in `results/`.
 *
 * `deno task bench [ROWS] [ROUNDS]`
 */
import type { Usage } from "./_pipelines/report_usage.ts";

interface Pipeline {
  readonly name: string;
  readonly script: string;
  readonly rows: number;
  readonly options: readonly string[];
}

const rows = Number(Deno.args[0] ?? 20_000_000);
const rounds = Number(Deno.args[1] ?? 3);

/** Faker and DuckDB need long for many rows, and rows a second do not depend on how many. */
const PIPELINES: readonly Pipeline[] = [
  { name: "dw-sim, uncompressed", script: "dw_sim", rows, options: ["none", "1"] },
  { name: "dw-sim, snappy", script: "dw_sim", rows, options: ["snappy", "1"] },
  { name: "dw-sim, snappy, 2 workers", script: "dw_sim", rows, options: ["snappy", "2"] },
  { name: "DuckDB COPY, uncompressed", script: "duckdb_copy", rows: rows / 4, options: ["none"] },
  { name: "DuckDB COPY, snappy", script: "duckdb_copy", rows: rows / 4, options: ["snappy"] },
  { name: "Faker a row, nothing written", script: "faker_rows", rows: rows / 100, options: [] },
];

interface Measured extends Usage {
  readonly wallSeconds: number;
}

const measured = new Map<Pipeline, Measured[]>(PIPELINES.map((each) => [each, []]));
for (let round = 0; round < rounds; round++) {
  for (const pipeline of PIPELINES) measured.get(pipeline)!.push(await measure(pipeline));
}
const report = render(measured);
await Deno.stdout.write(new TextEncoder().encode(report));
await Deno.writeTextFile(new URL("results/generate.txt", import.meta.url), report);

async function measure({ script, rows, options }: Pipeline): Promise<Measured> {
  const directory = await Deno.makeTempDir({ prefix: "dw-sim-bench-" });
  try {
    const path = new URL(`_pipelines/${script}.ts`, import.meta.url).pathname;
    const args = ["run", "--no-check", "-A", path, String(rows), directory, ...options];
    const start = performance.now();
    const { success, stdout } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" })
      .output();
    const wallSeconds = (performance.now() - start) / 1000;
    if (!success) throw new Error(`${script} failed`);
    return { ...JSON.parse(new TextDecoder().decode(stdout)) as Usage, wallSeconds };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

function render(results: ReadonlyMap<Pipeline, readonly Measured[]>): string {
  const lines = [
    `ten mixed columns, ${rounds} rounds in turn, medians; ${navigator.hardwareConcurrency} processors, ` +
    `Deno ${Deno.version.deno}, ${Deno.build.os} ${Deno.build.arch}`,
    "",
    `${"pipeline".padEnd(30)}${"rows".padStart(12)}${"M rows/CPU-s".padStart(14)}` +
    `${"M rows/s".padStart(10)}${"peak MB".padStart(9)}`,
  ];
  for (const [{ name, rows }, runs] of results) {
    const perCpuSecond = median(runs.map(({ cpuSeconds }) => rows / cpuSeconds / 1e6));
    const perSecond = median(runs.map(({ wallSeconds }) => rows / wallSeconds / 1e6));
    const peak = median(runs.map(({ peakBytes }) => peakBytes / 1e6));
    lines.push(
      `${name.padEnd(30)}${rows.toLocaleString("en-US").padStart(12)}${
        perCpuSecond.toFixed(2).padStart(14)
      }` +
        `${perSecond.toFixed(2).padStart(10)}${peak.toFixed(0).padStart(9)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
