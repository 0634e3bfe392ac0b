import type { RunRecord } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { startProgress } from "./progress.ts";

const LOOK_INTERVAL_MS = 250;

type Opened = Awaited<ReturnType<CliContext["openApp"]>>;

/**
 * Follows a run, of whatever process, until it ends.
 *
 * @param opened The use cases.
 * @param which The experiment, and the run; without one the active run, else the newest.
 * @returns The id of the run; undefined when there is none.
 */
export async function watchRun(
  { app, context: appContext }: Opened,
  { name, id }: { readonly name: string; readonly id: string | undefined },
  context: CliContext,
): Promise<string | undefined> {
  const watched = id ?? app.listRuns(appContext, name)[0]?.id;
  if (watched === undefined) return undefined;
  const progress = await startProgress(context);
  try {
    for (;;) {
      const run = app.showRun(appContext, name, watched);
      if (run.progress !== null) progress.update(run.progress);
      if (!isActive(run)) return watched;
      if (context.signal.aborted) throw new DwSimError("CANCELLED", { what: "Watching" });
      await new Promise((resume) => setTimeout(resume, LOOK_INTERVAL_MS));
    }
  } finally {
    progress.stop();
  }
}

function isActive({ status }: RunRecord): boolean {
  return status === "queued" || status === "running";
}
