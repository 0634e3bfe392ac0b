import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { AppContext } from "./app_context.ts";

const LOOK_INTERVAL_MS = 50;

/** An owner looks four times a second; one that is busy writing a large file gets this long. */
const WAIT_MAX_MS = 5_000;

/**
 * Asks the active run of an experiment to stop, in whatever process it is, and waits until it has.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @returns The run as it ended; one that was just being published may have been completed, and one
 * whose process hangs is still active.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_NOT_ACTIVE.
 */
export async function cancelRun({ catalog }: AppContext, name: string): Promise<RunRecord> {
  const { name: known } = catalog.experiments.get(name);
  const active = catalog.runs.active(known);
  if (active === null) throw new DwSimError("RUN_NOT_ACTIVE", { name: known });
  request(catalog, active);
  const endMs = performance.now() + WAIT_MAX_MS;
  for (;;) {
    const run = catalog.runs.get(active.id);
    const isActive = run.status === "queued" || run.status === "running";
    if (!isActive || performance.now() > endMs) return run;
    await new Promise((resume) => setTimeout(resume, LOOK_INTERVAL_MS));
  }
}

/** A run that ends by itself just now needs no asking. */
function request(catalog: AppContext["catalog"], { id }: RunRecord): void {
  try {
    catalog.runs.requestCancel(id);
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "RUN_STATE_CONFLICT") throw error;
  }
}
