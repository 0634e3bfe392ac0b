import { defineError } from "../define_error.ts";

/** Errors of the query room. The place in the SQL stands in the error's problems. */
export const QUERY_ERRORS = {
  QUERY_REFUSED: defineError<{ reason: string }>(
    "invalid",
    ({ reason }) => `The query cannot run: ${reason}`,
    "Nothing was run. Mend the marked place and try again",
  ),
  QUERY_UNSUPPORTED: defineError<{ reason: string }>(
    "invalid",
    ({ reason }) => `The query cannot be answered as its dialect would: ${reason}`,
    "Nothing was run. Write the marked place another way; the page of dialects lists what there is",
  ),
  QUERY_FAILED: defineError<{ reason: string }>(
    "invalid",
    ({ reason }) => `The query stopped half-way: ${reason}`,
    "Some value does not fit what the query does with it; try_cast(… as …) gives NULL instead",
  ),
  QUERY_OUT_OF_MEMORY: defineError<{ reason: string }>(
    "limit",
    ({ reason }) => `The query needs more memory than it may have: ${reason}`,
    "Select fewer columns, aggregate sooner, or join on a key",
  ),
  QUERY_ROW_TOO_LARGE: defineError<{ megabytes: number }>(
    "limit",
    ({ megabytes }) => `A row of the answer has ${megabytes} MiB, and may have 64`,
    "Select less of it, or write the answer to a file as CSV or Parquet",
  ),
  QUERY_TIMED_OUT: defineError<{ workMsMax: number }>(
    "limit",
    ({ workMsMax }) => `The query was stopped after ${workMsMax} ms of work`,
    "Ask for less, or allow it more time",
  ),
  QUERY_ENGINE_DIED: defineError<{ how: string }>(
    "internal",
    ({ how }) => `The process that answered the query ended before its time, with ${how}`,
    "Ask again: a new process is started. If it happens again, the query reaches a fault of the engine",
  ),
  QUERY_PARAMETER_INVALID: defineError<{ name: string; text: string; type: string }>(
    "invalid",
    ({ name, text, type }) => `The parameter ':${name}' cannot be '${text}', which is no ${type}`,
    "Dates are like 2024-05-31, timestamps like 2024-05-31 18:30:00; any value can be a text",
  ),
  QUERY_PARAMETER_UNUSED: defineError<{ name: string; near: readonly string[] }>(
    "invalid",
    ({ name }) => `The query has no parameter ':${name}'`,
    ({ near }) =>
      near.length === 0
        ? "Leave the value out, or write the parameter where a value stands, not within quotes"
        : `Did you mean ${near.map((each) => `':${each}'`).join(" or ")}?`,
  ),
  QUERY_STATEMENT_NOT_FOUND: defineError<{ number: number; count: number }>(
    "not_found",
    ({ number, count }) => `The text has ${count} statements, and none has the number ${number}`,
    "Statements are counted from 1; settings of the session are none",
  ),
  EXPERIMENT_EMPTY: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `The experiment '${name}' has no data yet`,
    ({ name }) => `Make some with 'dw-sim experiment generate ${name}'`,
  ),
  EXPERIMENT_NOT_NAMED: defineError<{ names: readonly string[] }>(
    "invalid",
    ({ names }) =>
      names.length === 0
        ? "There is no experiment to ask yet"
        : `There are ${names.length} experiments, and the query names none`,
    ({ names }) =>
      names.length === 0
        ? "Make one with 'dw-sim experiment import-sql', or run 'dw-sim demo'"
        : `Add --experiment with one of: ${names.slice(0, 10).join(", ")}`,
  ),
  ANSWER_NOT_CSV: defineError<{ path: string; row: number }>(
    "invalid",
    ({ path, row }) => `'${path}' cannot be read as comma-separated values from row ${row} on`,
    "Make it with --output and the ending .csv",
  ),
  ANSWER_TOO_LARGE: defineError<{ bytesMax: number }>(
    "limit",
    ({ bytesMax }) => `The answer is larger than ${bytesMax / 1024 ** 2} MiB, and is not compared`,
    "Ask for less: counts, sums, or the first rows of a sorted answer",
  ),
} as const;
