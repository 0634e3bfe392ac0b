/**
 * Rows per CPU-second of three tables (ten mixed columns, the seven of them that are not text, and
 * TPC-DS store_sales), beside DuckDB's COPY, our values written by parquet-wasm, and Faker a row at a
 * time. Every pipeline is a process of its own, start-up and planning included; the pipelines take
 * turns, so that a machine whose speed drifts is unfair to none, and ratios are of runs in the same
 * turn. Prints a table, and keeps it in `results/`. Takes five minutes.
 *
 * `deno task bench [ROWS] [ROUNDS]`
 */
import { measure, type Measured, type Pipeline } from "./_pipelines/measure.ts";
import { renderReport } from "./_pipelines/render_report.ts";
import { SHAPES } from "./_pipelines/shapes.ts";

const rows = Number(Deno.args[0] ?? 20_000_000);
const rounds = Number(Deno.args[1] ?? 3);
/** Workers are compared over more rows: what one process takes to start is the same for both. */
const SHARED_ROWS = rows * 3;
/** Enough to tell whether memory grows with rows. */
const MANY_ROWS = rows * 5;

const CODECS = ["none", "snappy"] as const;

/** Peers need long for many rows, and their rows a second do not depend on how many. */
const PIPELINES: readonly Pipeline[] = SHAPES.flatMap((shape): Pipeline[] => [
  ...CODECS.map((codec) => ({ kind: "dw_sim" as const, shape, codec, workers: 1, rows })),
  ...CODECS.map((codec) => ({ kind: "duckdb_copy" as const, shape, codec, rows: rows / 4 })),
  { kind: "parquet_wasm", shape, codec: "none", rows: rows / 20 },
  { kind: "faker_rows", shape, codec: "none", rows: rows / 200 },
]);

const TEN = { kind: "dw_sim", shape: "ten", codec: "snappy" } as const;
const ONE_WORKER: Pipeline = { ...TEN, workers: 1, rows: SHARED_ROWS };
const TWO_WORKERS: Pipeline = { ...TEN, workers: 2, rows: SHARED_ROWS };
const MANY: Pipeline = { ...TEN, workers: 2, rows: MANY_ROWS };

// The first process finds memory and files cold, and is not counted.
await measure(PIPELINES[0]!);
const turns: Map<Pipeline, Measured>[] = [];
for (let round = 0; round < rounds; round++) {
  const turn = new Map<Pipeline, Measured>();
  for (const pipeline of [...PIPELINES, ONE_WORKER, TWO_WORKERS]) {
    turn.set(pipeline, await measure(pipeline));
  }
  turns.push(turn);
}
const report = renderReport(turns, {
  scaling: [ONE_WORKER, TWO_WORKERS],
  long: { pipeline: MANY, measured: await measure(MANY) },
});
await Deno.stdout.write(new TextEncoder().encode(report));
await Deno.writeTextFile(new URL("results/generate.txt", import.meta.url), report);
