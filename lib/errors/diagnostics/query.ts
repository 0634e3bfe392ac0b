import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about a user's query. */
export const QUERY_DIAGNOSTICS = {
  QUERY_EMPTY: defineDiagnostic(
    "error",
    () => "There is no statement in the text",
    "Write a SELECT",
  ),
  QUERY_SYNTAX: defineDiagnostic<{ reason: string }>(
    "error",
    ({ reason }) => `The text is not readable as SQL, ${reason}`,
    "Check the word at the mark and the one before it",
  ),
  QUERY_NOT_SELECT: defineDiagnostic<{ statement: string }>(
    "error",
    ({ statement }) => `A ${statement} statement is not a question`,
    "Only SELECT, WITH, VALUES, DESCRIBE, SUMMARIZE and SHOW run here; the data stays as generated",
  ),
  QUERY_PIVOT_OPEN: defineDiagnostic(
    "error",
    () => "PIVOT does not say which values become columns",
    "List them, as in PIVOT orders ON status IN ('new', 'paid') USING count(*)",
  ),
  QUERY_SEVERAL_STATEMENTS: defineDiagnostic<{ count: number }>(
    "error",
    ({ count }) => `The text holds ${count} statements, and one runs at a time`,
    "Run them one by one",
  ),
  QUERY_FUNCTION_REFUSED: defineDiagnostic<{ name: string }>(
    "error",
    ({ name }) => `The table function '${name}' reaches outside the experiment`,
    "Select from the experiment's own tables; SHOW TABLES lists them",
  ),
  QUERY_TABLE_UNKNOWN: defineDiagnostic<{ name: string; near: readonly string[] }>(
    "error",
    ({ name }) => `The experiment has no table '${name}'`,
    ({ near }) => didYouMean(near, "SHOW TABLES lists the tables there are"),
  ),
  QUERY_WORD_UNKNOWN: defineDiagnostic<{ word: string; near: readonly string[] }>(
    "error",
    ({ word }) => `No statement begins with '${word}'`,
    ({ near }) => didYouMean(near, "Questions begin with SELECT, WITH, VALUES, DESCRIBE or SHOW"),
  ),
  QUERY_COLUMN_UNKNOWN: defineDiagnostic<{ name: string; near: readonly string[] }>(
    "error",
    ({ name }) => `No table in the query has a column '${name}'`,
    ({ near }) => didYouMean(near, "DESCRIBE and a table's name lists its columns"),
  ),
  QUERY_FUNCTION_UNKNOWN: defineDiagnostic<{ name: string; near: readonly string[] }>(
    "error",
    ({ name }) => `There is no function '${name}'`,
    ({ near }) => didYouMean(near, "The page of dialects lists the functions there are"),
  ),
  QUERY_PARAMETER_MISSING: defineDiagnostic<{ name: string; near: readonly string[] }>(
    "error",
    ({ name }) => `The parameter ':${name}' has no value`,
    ({ near, name }) => didYouMean(near, `Give it one, as with --set ${name}=VALUE`),
  ),
  QUERY_UNSUPPORTED: defineDiagnostic<{ what: string; dialect: string; instead: string }>(
    "error",
    ({ what, dialect }) => `${what} of ${dialect} is not supported`,
    ({ instead }) => instead,
  ),
  QUERY_ANSWER_DIFFERS: defineDiagnostic<{ name: string; dialect: string; how: string }>(
    "info",
    ({ name, dialect }) => `'${name}' does not answer in all as ${dialect} does`,
    ({ how }) => how,
  ),
  QUERY_TOO_COMPLEX: defineDiagnostic<{ what: string; limit: number }>(
    "error",
    ({ what, limit }) => `The query has more than ${limit} ${what}`,
    "Ask it in smaller pieces",
  ),
  QUERY_ERROR: defineDiagnostic<{ reason: string }>(
    "error",
    ({ reason }) => reason,
    "Check the marked place; EXPLAIN shows how the query is understood",
  ),
} as const;

function didYouMean(near: readonly string[], otherwise: string): string {
  return near.length === 0
    ? otherwise
    : `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`;
}
