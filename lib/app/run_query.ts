import { WRITE_DIALECTS } from "../ddl/mod.ts";
import {
  type ExportFormat,
  exportQuery,
  openWarehouse,
  type QueryDialect,
  type QueryLimits,
  type QueryResult,
  type Warehouse,
} from "../query/mod.ts";
import { notePartial } from "../storage/mod.ts";
import { openAsked } from "./_open_asked.ts";
import type { AppContext } from "./app_context.ts";

export interface QueryRequest {
  /** May be left out when there is but one, or when every table is called `experiment__table`. */
  readonly experiment?: string;
  readonly sql: string;
  /** What `sql` is written in; by default what the experiment's schema follows. */
  readonly dialect?: QueryDialect;
  /** What the answer may take; see `defaultQueryLimits`. */
  readonly limits?: Partial<QueryLimits>;
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
  { signal, ...request }: QueryRequest,
): Promise<Answer> {
  const { tables, dialect } = openAsked(context, request);
  const warehouse = await openWarehouse(tables, {
    ...{ dialect, temporaryFolder: context.dataRoot.scratchPath },
    ...request.limits !== undefined && { limits: request.limits },
  });
  try {
    const result = await warehouse.query(request.sql, { signal });
    return new Answer(inWordsOf(dialect, result), warehouse);
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

/** Types as the dialect calls them. */
function inWordsOf(dialect: QueryDialect, result: QueryResult): QueryResult {
  if (dialect === "duckdb") return result;
  const { typeText } = WRITE_DIALECTS[dialect];
  const columns = result.columns.map((column) => ({
    ...column,
    type: typeText(column.logicalType),
  }));
  return { ...result, columns };
}

/**
 * Writes an answer to a file.
 *
 * @throws DwSimError as `runQuery`; the file is then as it was before.
 */
export async function saveAnswer(
  context: AppContext,
  { experiment, dialect, ...options }: ExportRequest,
): Promise<{ rowCount: number }> {
  const { sql } = options;
  const { tables, ...asked } = openAsked(context, { experiment, dialect, sql });
  using partial = notePartial(context.dataRoot, options.path);
  return await exportQuery(tables, sql, {
    ...options,
    dialect: asked.dialect,
    temporaryFolder: context.dataRoot.scratchPath,
    partialPath: partial.path,
  });
}
