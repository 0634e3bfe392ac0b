import { DwSimError } from "../errors/mod.ts";
import {
  type ExportFormat,
  exportQuery,
  openWarehouse,
  type QueryResult,
  type Warehouse,
} from "../query/mod.ts";
import { notePartial } from "../storage/mod.ts";
import { openRun } from "./_open_run.ts";
import type { AppContext } from "./app_context.ts";

export interface QueryRequest {
  /** May be left out when there is but one. */
  readonly experiment?: string;
  readonly sql: string;
  readonly signal?: AbortSignal;
}

export interface ExportRequest extends QueryRequest {
  readonly format: ExportFormat;
  /** Absolute path of the file; it appears when it is complete. */
  readonly path: string;
}

/** An answer whose rows are read while it is held. */
export class Answer implements AsyncDisposable {
  readonly result: QueryResult;
  readonly #warehouse: Warehouse;

  constructor(result: QueryResult, warehouse: Warehouse) {
    this.result = result;
    this.#warehouse = warehouse;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#warehouse.close();
  }
}

/**
 * Asks the current run of an experiment.
 *
 * @returns The answer; hold it with `await using`.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, EXPERIMENT_NOT_NAMED, QUERY_…
 */
export async function runQuery(
  context: AppContext,
  { experiment, sql, signal }: QueryRequest,
): Promise<Answer> {
  const { tables } = openRun(context, experiment ?? onlyExperiment(context));
  const { scratchPath: temporaryFolder } = context.dataRoot;
  const warehouse = await openWarehouse(tables, { temporaryFolder });
  try {
    return new Answer(await warehouse.query(sql, { signal }), warehouse);
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

/**
 * Writes an answer to a file.
 *
 * @throws DwSimError as `runQuery`; the file is then as it was before.
 */
export async function saveAnswer(
  context: AppContext,
  { experiment, sql, ...options }: ExportRequest,
): Promise<{ rowCount: number }> {
  const { tables } = openRun(context, experiment ?? onlyExperiment(context));
  using partial = notePartial(context.dataRoot, options.path);
  return await exportQuery(tables, sql, {
    ...options,
    temporaryFolder: context.dataRoot.scratchPath,
    partialPath: partial.path,
  });
}

function onlyExperiment({ catalog }: AppContext): string {
  const names = catalog.experiments.list().map(({ name }) => name);
  if (names.length !== 1) throw new DwSimError("EXPERIMENT_NOT_NAMED", { names });
  return names[0]!;
}
