import type { VerifyReport } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";

type Opened = Awaited<ReturnType<CliContext["openApp"]>>;

interface Asked {
  readonly opened: Opened;
  readonly context: CliContext;
  /** The experiment. */
  readonly name: string;
  /** A completed run; the current one when absent. */
  readonly runId?: string | undefined;
}

/** Back to the line's start, and nothing on it. */
const CLEAR_LINE = "\r\x1b[K";

/** Verifies a run, and tells on a terminal how far that is. */
export async function verifyWithProgress(
  { opened: { app, context: appContext }, context, name, runId }: Asked,
): Promise<VerifyReport> {
  const { options: { json, quiet }, err } = context;
  const isTold = err.isTerminal && !json && !quiet;
  const tell = (text: string) => isTold && err.print(`${CLEAR_LINE}${text}`);
  tell("Reading the files back");
  try {
    return await app.verifyRun(appContext, name, {
      ...runId !== undefined && { runId },
      signal: context.signal,
      onCheck: (done, total) => tell(`Check ${done} of ${total}`),
    });
  } finally {
    tell("");
  }
}
