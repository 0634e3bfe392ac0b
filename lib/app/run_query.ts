import { WRITE_DIALECTS } from "../ddl/mod.ts";
import {
  openWarehouse,
  type ParameterValues,
  type QueryColumn,
  type QueryDialect,
  type QueryLimits,
  type QueryResult,
  type Warehouse,
} from "../query/mod.ts";
import type { LogicalType } from "../schema/mod.ts";
import { askedText } from "./_asked_text.ts";
import { openAsked } from "./_open_asked.ts";
import { type RememberedQuery, rememberQuery } from "./_remember_query.ts";
import type { AppContext } from "./app_context.ts";

export interface QueryRequest {
  /** May be left out when there is but one, or when every table is called `experiment__table`. */
  readonly experiment?: string;
  readonly sql: string;
  /** What `sql` is written in; by default what the experiment's schema follows. */
  readonly dialect?: QueryDialect;
  /** Values of the text's parameters, `:name`; made with `readParameter`. */
  readonly parameters?: ParameterValues;
  /** Which statement of several is meant, from 1. Without it `sql` must be one alone. */
  readonly statement?: number;
  /** Whether the question goes into the history, with how it went. */
  readonly isRemembered?: boolean;
  /** What the answer may take; see `defaultQueryLimits`. */
  readonly limits?: Partial<QueryLimits>;
  readonly signal?: AbortSignal;
}

/** An answer whose rows are read while it is held. */
export class Answer implements AsyncDisposable {
  readonly result: QueryResult;
  readonly #warehouse: Warehouse;
  readonly #finish: () => void;

  /** @param finish What is to be done when nobody wants more rows. */
  constructor(result: QueryResult, warehouse: Warehouse, finish: () => void = () => {}) {
    this.result = result;
    this.#warehouse = warehouse;
    this.#finish = finish;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#warehouse.close();
    this.#finish();
  }
}

/**
 * Asks the current run of an experiment.
 *
 * @returns The answer; hold it with `await using`.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, EXPERIMENT_NOT_NAMED, QUERY_…
 */
export async function runQuery(context: AppContext, request: QueryRequest): Promise<Answer> {
  const opened = openAsked(context, request);
  const remembered = rememberQuery(context, request, opened);
  try {
    const { dialect } = opened;
    const { sql, placed } = askedText({ parameters: NO_PARAMETERS, ...request, dialect });
    const warehouse = await openWarehouse(opened.tables, {
      ...{ dialect, temporaryFolder: context.dataRoot.scratchPath },
      ...request.limits !== undefined && { limits: request.limits },
    });
    try {
      const result = await warehouse.query(sql, { signal: request.signal });
      const { told, finish } = watched(inWordsOf(dialect, result), { placed, remembered });
      return new Answer(told, warehouse, finish);
    } catch (error) {
      await warehouse.close();
      throw placed(error);
    }
  } catch (error) {
    remembered?.failed(error);
    throw error;
  }
}

const NO_PARAMETERS: ParameterValues = new Map();

interface Watching {
  readonly placed: <Told>(told: Told) => Told;
  readonly remembered: RememberedQuery | null;
}

/** The same answer, which tells of places in the user's text, and of its end in the history. */
function watched(
  result: QueryResult,
  { placed, remembered }: Watching,
): { readonly told: QueryResult; readonly finish: () => void } {
  let rowCount = 0;
  async function* batches() {
    try {
      for await (const batch of result.batches()) {
        rowCount += batch.rowCount;
        yield batch;
      }
    } catch (error) {
      const known = placed(error);
      remembered?.failed(known);
      throw known;
    }
  }
  return {
    told: { ...result, notes: placed(result.notes), batches },
    finish: () => remembered?.answered(rowCount),
  };
}

/** Types as the dialect calls them. */
function inWordsOf(dialect: QueryDialect, result: QueryResult): QueryResult {
  if (dialect === "duckdb") return result;
  const { typeText } = WRITE_DIALECTS[dialect];
  const columns = result.columns.map((column) => ({
    ...column,
    type: typeText(typeInDialect(dialect, column)),
  }));
  return { ...result, columns };
}

/** Where a dialect has another type than the engine for what it reckons. */
function typeInDialect(
  dialect: QueryDialect,
  { type, logicalType }: QueryColumn,
): LogicalType {
  // A sum of whole numbers, whose type is the engine's widest, is a BIGINT of Redshift.
  if (dialect === "redshift" && type === "HUGEINT") return { kind: "integer", bits: 64 };
  // Snowflake's moments have nine digits unless fewer were asked for; the engine reckons with six.
  const isMoment = dialect === "snowflake" && logicalType.kind === "timestamp";
  return isMoment && logicalType.precision === 6 ? { ...logicalType, precision: 9 } : logicalType;
}
