import type { Manifest } from "../storage/mod.ts";
import { openRun } from "./_open_run.ts";
import type { AppContext } from "./app_context.ts";

/**
 * The manifest of a completed run.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_NOT_FOUND, RUN_NOT_COMPLETED, RUN_FILES_REMOVED,
 * STORAGE_UNREADABLE, MANIFEST_INVALID.
 */
export function showManifest(context: AppContext, experiment: string, runId: string): Manifest {
  return openRun(context, experiment, runId).manifest;
}
