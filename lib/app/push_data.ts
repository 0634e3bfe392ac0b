import type { RunRecord } from "../catalog/mod.ts";
import { partPaths } from "../storage/mod.ts";
import { type PushReport, type PushRequest, pushToPostgres } from "../warehouse/mod.ts";
import { openRun } from "./_open_run.ts";
import type { AppContext } from "./app_context.ts";

export interface PushDataRequest extends PushRequest {
  /** A completed run; by default the current one. */
  readonly runId?: string;
}

/** What is in the database now. */
export interface PushedData extends PushReport {
  readonly run: RunRecord;
  readonly rowCount: number;
  readonly elapsedMs: number;
}

/**
 * Puts a run of an experiment into a PostgreSQL database, whole or not at all.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request Where to.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, RUN_…, WAREHOUSE_…, CANCELLED.
 */
export async function pushData(
  context: AppContext,
  name: string,
  request: PushDataRequest,
): Promise<PushedData> {
  const startedAtMs = performance.now();
  const { run, schema, manifest } = openRun(context, name, request.runId);
  const tables = manifest.tables.map((table) => ({
    name: table.name,
    rows: table.rows,
    files: partPaths(run.outputPath, table),
  }));
  const temporaryFolder = context.dataRoot.scratchPath;
  const report = await pushToPostgres(schema, tables, { temporaryFolder, ...request });
  return {
    ...report,
    run,
    rowCount: tables.reduce((sum, { rows }) => sum + rows, 0),
    elapsedMs: performance.now() - startedAtMs,
  };
}
