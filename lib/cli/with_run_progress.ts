import type { RunMeans, RunRecord } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { startProgress } from "./progress.ts";

/**
 * Lends what the making of a run needs from an interface: Ctrl-C, and a bar. When the run ends early
 * people are told how to go on.
 *
 * @param context The command's.
 * @param work Makes the run.
 */
export async function withRunProgress<Result>(
  context: CliContext,
  work: (means: RunMeans) => Promise<Result>,
): Promise<Result> {
  const progress = await startProgress(context);
  let begun: RunRecord | null = null;
  try {
    return await work({
      signal: context.signal,
      onProgress: progress.update,
      onRun: (run) => void (begun = run),
    });
  } catch (error) {
    progress.stop();
    if (begun !== null) noteResumption(context, begun, error);
    throw error;
  } finally {
    progress.stop();
  }
}

/** A cancellation says it by itself. */
function noteResumption(context: CliContext, run: RunRecord, error: unknown): void {
  if (error instanceof DwSimError && error.kind === "cancelled") return;
  const { experimentName, id } = run;
  context.note(
    `What is done is kept. Go on with: dw-sim experiment generate ${experimentName} --resume ${id}`,
  );
}
