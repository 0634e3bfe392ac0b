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
  const startedAtMs = performance.now();
  const bar: Bar = new cliProgress.SingleBar({
    format: " {bar} {text}",
    barsize: Math.max(10, Math.min(32, err.columns - 60)),
    barCompleteChar: "━",
    barIncompleteChar: "─",
    hideCursor: true,
    clearOnComplete: true,
    forceRedraw: true,
    // The text counts its own time; the library would only guess at the terminal.
    linewrap: false,
  });
  let isStarted = false;
  return {
    update: (progress) => {
      const payload = { text: barText(progress, performance.now() - startedAtMs) };
      if (isStarted) bar.update(progress.rowsDone, payload);
      else bar.start(Math.max(1, progress.rowsTotal), progress.rowsDone, payload);
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}

function barText({ rowsDone, rowsTotal }: GenerationProgress, elapsedMs: number): string {
  const share = rowsTotal === 0 ? 1 : rowsDone / rowsTotal;
  const leftMs = share === 0 ? 0 : elapsedMs / share - elapsedMs;
  const left = share === 0 || share === 1 ? "" : `, ${duration(leftMs)} left`;
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${percent}  ${count(rowsDone)} rows, ${rate(rowsDone, elapsedMs)}${left}`;
}

function startLines({ err }: CliContext): Progress {
  const startedAtMs = performance.now();
  let toldAtMs = startedAtMs;
  return {
    update: ({ rowsDone, rowsTotal }) => {
      const nowMs = performance.now();
      if (nowMs - toldAtMs < LINE_INTERVAL_MS) return;
      toldAtMs = nowMs;
      const elapsedMs = nowMs - startedAtMs;
      err.print(
        `${count(rowsDone)} of ${counted(rowsTotal, "row")}, ${rate(rowsDone, elapsedMs)}\n`,
      );
    },
    stop: () => {},
  };
}
