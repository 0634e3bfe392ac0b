import { type Measured, type Pipeline, TARGET } from "./measure.ts";
import { type Shape, SHAPES } from "./shapes.ts";

/** What every pipeline cost in one turn. */
export type Turn = ReadonlyMap<Pipeline, Measured>;

/** What is not compared with peers. */
export interface OwnRuns {
  /** The same by one worker and by two, in every turn. */
  readonly scaling: readonly [Pipeline, Pipeline];
  /** One long run, for its memory. */
  readonly long: { readonly pipeline: Pipeline; readonly measured: Measured };
}

/** What is aimed at, in million rows a CPU-second by one worker. */
const AIMS: Readonly<Record<Shape, { readonly none: number; readonly snappy: number | null }>> = {
  ten: { none: 6, snappy: 4 },
  numeric: { none: 12, snappy: null },
  store_sales: { none: 2, snappy: 2 },
};

const TITLES: Readonly<Record<Shape, string>> = {
  ten: "ten mixed columns",
  numeric: "the seven of them that are not text",
  store_sales: "TPC-DS store_sales: 23 columns and a surrogate key",
};

const NAMES: Readonly<Record<Pipeline["kind"], string>> = {
  dw_sim: "dw-sim",
  duckdb_copy: "DuckDB COPY",
  parquet_wasm: "our values, parquet-wasm",
  faker_rows: "Faker a row, nothing written",
};

/**
 * Renders the results as text: a table a shape, then what was aimed at.
 *
 * @param turns At least one; all of the same pipelines.
 * @param own What the turns have besides the shapes, and the long run.
 */
export function renderReport(turns: readonly Turn[], own: OwnRuns): string {
  const lines = [
    `${turns.length} rounds in turn, medians; ${navigator.hardwareConcurrency} processors, ` +
    `Deno ${Deno.version.deno}, ${Deno.build.os} ${Deno.build.arch}`,
    `files in ${
      TARGET ?? "the temporary folder"
    }; "x DuckDB" compares CPU time a row in one turn, ` +
    "same codec",
  ];
  const { scaling, long } = own;
  const compared = [...turns[0]!.keys()].filter((each) => !scaling.includes(each));
  for (const shape of SHAPES) {
    const pipelines = compared.filter((each) => each.shape === shape);
    lines.push("", TITLES[shape], HEADER, ...pipelines.map((each) => pipelineLine(turns, each)));
  }
  const workerLines = scaling.map((each) => pipelineLine(turns, each));
  lines.push("", "ten mixed columns, workers and memory", HEADER, ...workerLines, longLine(long));
  lines.push("", "aims", ...aimLines(turns, own));
  return `${lines.join("\n")}\n`;
}

const HEADER = row("pipeline", ["rows", "M rows/CPU-s", "M rows/s", "peak MB", "x DuckDB"]);

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(40) + cells.map((cell) => cell.padStart(13)).join("");
}

function pipelineLine(turns: readonly Turn[], pipeline: Pipeline): string {
  const duckdb = find(turns, { ...pipeline, kind: "duckdb_copy" });
  return row(nameOf(pipeline), [
    pipeline.rows.toLocaleString("en-US"),
    perCpuSecond(turns, pipeline).toFixed(2),
    medianOf(turns, (turn) => pipeline.rows / turn.get(pipeline)!.wallSeconds / 1e6).toFixed(2),
    medianOf(turns, (turn) => turn.get(pipeline)!.peakBytes / 1e6).toFixed(0),
    pipeline === duckdb ? "" : ratio(turns, pipeline, duckdb).toFixed(2),
  ]);
}

function longLine({ pipeline, measured }: OwnRuns["long"]): string {
  return row(nameOf(pipeline), [
    pipeline.rows.toLocaleString("en-US"),
    (pipeline.rows / measured.cpuSeconds / 1e6).toFixed(2),
    (pipeline.rows / measured.wallSeconds / 1e6).toFixed(2),
    (measured.peakBytes / 1e6).toFixed(0),
  ]);
}

function nameOf({ kind, codec, workers = 1 }: Pipeline): string {
  if (kind === "faker_rows") return NAMES[kind];
  const written = codec === "none" ? "uncompressed" : codec;
  return `${NAMES[kind]}, ${written}${workers > 1 ? `, ${workers} workers` : ""}`;
}

function aimLines(turns: readonly Turn[], { scaling: [one, two], long }: OwnRuns): string[] {
  const { pipeline, measured } = long;
  const seconds = (turn: Turn, each: Pipeline) => turn.get(each)!.wallSeconds;
  const faster = medianOf(turns, (turn) => seconds(turn, one) / seconds(turn, two));
  const peak = measured.peakBytes / 1e6;
  const rows = pipeline.rows.toLocaleString("en-US");
  return [
    ...SHAPES.flatMap((shape) => shapeAims(turns, shape)),
    aim("2 workers over 1, wall", faster, 1.8),
    `${`peak MB of ${rows} rows`.padEnd(48)}${peak.toFixed(0).padStart(8)}   below 300: ` +
    (peak < 300 ? "yes" : "no"),
  ];
}

function shapeAims(turns: readonly Turn[], shape: Shape): string[] {
  return (["none", "snappy"] as const).flatMap((codec) => {
    const least = AIMS[shape][codec];
    const ours = find(turns, { kind: "dw_sim", shape, codec, workers: 1 });
    const duckdb = find(turns, { kind: "duckdb_copy", shape, codec });
    return [
      ...least === null
        ? []
        : [aim(`M rows/CPU-s, ${shape}, ${codec}`, perCpuSecond(turns, ours), least)],
      aim(`x DuckDB COPY, ${shape}, ${codec}`, ratio(turns, ours, duckdb), 3),
    ];
  });
}

function aim(what: string, value: number, least: number): string {
  const reached = value >= least ? "yes" : "no";
  return `${what.padEnd(48)}${value.toFixed(2).padStart(8)}   at least ${least}: ${reached}`;
}

function find(turns: readonly Turn[], wanted: Partial<Pipeline>): Pipeline {
  const { kind, shape, codec, workers = 1 } = wanted;
  return [...turns[0]!.keys()].find((each) =>
    each.kind === kind && each.shape === shape && each.codec === codec &&
    (kind !== "dw_sim" || each.workers === workers)
  )!;
}

function perCpuSecond(turns: readonly Turn[], pipeline: Pipeline): number {
  return medianOf(turns, (turn) => pipeline.rows / turn.get(pipeline)!.cpuSeconds / 1e6);
}

/** How many times as many rows for the same CPU time. */
function ratio(turns: readonly Turn[], ours: Pipeline, theirs: Pipeline): number {
  const speed = (turn: Turn, each: Pipeline) => each.rows / turn.get(each)!.cpuSeconds;
  return medianOf(turns, (turn) => speed(turn, ours) / speed(turn, theirs));
}

function medianOf(turns: readonly Turn[], figure: (turn: Turn) => number): number {
  return turns.map(figure).toSorted((a, b) => a - b)[Math.floor(turns.length / 2)]!;
}
