import type { GenerationProgress } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { count, counted, duration, speed } from "./words.ts";

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
  let isStarted = false;
  return {
    update: (progress) => {
      const { rowsDone, rowsTotal } = progress;
      const payload = { text: barText(progress) };
      if (isStarted) return bar.update(rowsDone, payload);
      isStarted = true;
      bar.start(Math.max(1, rowsTotal), rowsDone, payload);
    },
    stop: () => bar.stop(),
  };
}

function barText({ rowsDone, rowsTotal, rowsPerSecond, remainingMs }: GenerationProgress): string {
  const share = rowsTotal === 0 ? 1 : rowsDone / rowsTotal;
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const done = `${percent}  ${counted(rowsDone, "row")}`;
  if (remainingMs === null) return done;
  return `${done}, ${speed(rowsPerSecond)}, ${duration(remainingMs)} left`;
}

function startLines({ err }: CliContext): Progress {
  let toldAtMs = performance.now();
  return {
    update: ({ rowsDone, rowsTotal, rowsPerSecond }) => {
      if (performance.now() - toldAtMs < LINE_INTERVAL_MS) return;
      toldAtMs = performance.now();
      err.print(`${count(rowsDone)} of ${counted(rowsTotal, "row")}, ${speed(rowsPerSecond)}\n`);
    },
    stop: () => {},
  };
}
