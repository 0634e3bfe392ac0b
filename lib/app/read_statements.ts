import { findParameters, type QueryDialect, readScript } from "../query/mod.ts";
import type { AppContext } from "./app_context.ts";
import { showExperiment } from "./list_experiments.ts";

/** A statement of a text, where it stands. Lines and columns count from 1, offsets from 0 (UTF-16). */
export interface WrittenStatement {
  /** Without comments before it, and without its semicolon. */
  readonly sql: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  /** Names of its parameters, each once, in order. */
  readonly parameters: readonly string[];
}

export interface StatementsRequest {
  readonly sql: string;
  /** Whose dialect the text is in, where none is given. */
  readonly experiment?: string | undefined;
  readonly dialect?: QueryDialect | undefined;
}

/**
 * Reads what statements a text holds, and what parameters they have; nothing is run. The number of
 * a statement for `runQuery` is its place in the list, counted from 1.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function readStatements(
  context: AppContext,
  { sql, ...asked }: StatementsRequest,
): readonly WrittenStatement[] {
  const dialect = dialectOf(context, asked);
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return readScript(sql, dialect).map(({ offset, length }) => {
    for (let end = sql.indexOf("\n", at); end >= 0 && end < offset; end = sql.indexOf("\n", at)) {
      line++;
      at = lineStart = end + 1;
    }
    const text = sql.slice(offset, offset + length);
    const names = findParameters(text, dialect).map(({ name }) => name);
    const place = { offset, length, line, column: offset - lineStart + 1 };
    return { sql: text, ...place, parameters: [...new Set(names)] };
  });
}

/**
 * What a text is written in: the given dialect, that of the experiment's schema, or the engine's.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function dialectOf(
  context: AppContext,
  { experiment, dialect }: Omit<StatementsRequest, "sql">,
): QueryDialect {
  if (dialect !== undefined) return dialect;
  const name = experiment ?? onlyName(context);
  if (name === null) return "duckdb";
  return showExperiment(context, name).schema.dialect ?? "duckdb";
}

function onlyName({ catalog }: AppContext): string | null {
  const names = catalog.experiments.list().map(({ name }) => name);
  return names.length === 1 ? names[0]! : null;
}
