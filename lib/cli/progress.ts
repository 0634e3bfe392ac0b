import type { GenerationProgress } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { count, counted, duration, rate } from "./words.ts";

/** Tells how far a run is, until it is stopped. */
export interface Progress {
  update(progress: GenerationProgress): void;
  stop(): void;
}

/** How often a log file gets a line. */
const LINE_INTERVAL_MS = 5_000;

const SILENT: Progress = { update: () => {}, stop: () => {} };

/** A bar on a terminal, a line now and then in a log, nothing for programs. */
export async function startProgress(context: CliContext): Promise<Progress> {
  const { options: { json, quiet }, err } = context;
  if (json || quiet) return SILENT;
  return err.isTerminal ? await startBar(context) : startLines(context);
}

/** The part of cli-progress that is used. */
interface Bar {
  start(total: number, at: number, payload: Payload): void;
  update(at: number, payload: Payload): void;
  stop(): void;
}

interface Payload {
  readonly text: string;
}

async function startBar({ err }: CliContext): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const bar: Bar = new cliProgress.SingleBar({
    format: " {bar} {text}",
    barsize: Math.max(10, Math.min(32, err.columns - 60)),
    barCompleteChar: "━",
    barIncompleteChar: "─",
    hideCursor: true,
    clearOnComplete: true,
    forceRedraw: true,
    linewrap: false,
  });
  const pace = new Pace();
  return {
    update: (progress) => {
      const isFirst = !pace.isStarted;
      const payload = { text: barText(progress, pace.measure(progress)) };
      if (isFirst) bar.start(Math.max(1, progress.rowsTotal), progress.rowsDone, payload);
      else bar.update(progress.rowsDone, payload);
    },
    stop: () => bar.stop(),
  };
}

function barText({ rowsDone, rowsTotal }: GenerationProgress, { elapsedMs, rowCount }: Measure) {
  const share = rowsTotal === 0 ? 1 : rowsDone / rowsTotal;
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const done = `${percent}  ${counted(rowsDone, "row")}`;
  if (rowCount === 0) return done;
  const left = duration((rowsTotal - rowsDone) / rowCount * elapsedMs);
  return `${done}, ${rate(rowCount, elapsedMs)}, ${left} left`;
}

function startLines({ err }: CliContext): Progress {
  const pace = new Pace();
  let toldAtMs = performance.now();
  return {
    update: (progress) => {
      const { rowCount, elapsedMs } = pace.measure(progress);
      if (performance.now() - toldAtMs < LINE_INTERVAL_MS) return;
      toldAtMs = performance.now();
      const { rowsDone, rowsTotal } = progress;
      err.print(
        `${count(rowsDone)} of ${counted(rowsTotal, "row")}, ${rate(rowCount, elapsedMs)}\n`,
      );
    },
    stop: () => {},
  };
}

/** Rows and time since the first report: what comes before it is planning. */
interface Measure {
  readonly elapsedMs: number;
  readonly rowCount: number;
}

class Pace {
  #first: { readonly atMs: number; readonly rowsDone: number } | null = null;

  get isStarted(): boolean {
    return this.#first !== null;
  }

  measure({ rowsDone }: GenerationProgress): Measure {
    const atMs = performance.now();
    this.#first ??= { atMs, rowsDone };
    return { elapsedMs: atMs - this.#first.atMs, rowCount: rowsDone - this.#first.rowsDone };
  }
}
