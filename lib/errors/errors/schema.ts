import { defineError } from "../define_error.ts";

/** Errors of the schema room. */
export const SCHEMA_ERRORS = {
  SCHEMA_NOT_JSON: defineError<{ source: string; reason: string; line: number; column: number }>(
    "invalid",
    ({ source, reason, line, column }) =>
      `${source} is not valid JSON at line ${line}, column ${column}: ${reason}`,
    "Check commas, quotes and brackets at that place",
  ),
  SCHEMA_INVALID: defineError<{ source: string; count: number }>(
    "invalid",
    ({ source, count }) =>
      `${source} has ${count === 1 ? "1 problem" : `${count} problems`} and was not taken`,
    "Mend what is listed and try again; nothing was changed",
  ),
  NAME_INVALID: defineError<{ what: string; name: string; reason: string }>(
    "invalid",
    ({ what, name, reason }) => `'${name}' cannot be ${what} name: ${reason}`,
    "Use letters, digits and underscores, starting with a letter or an underscore",
  ),
  SCHEMA_TOO_LARGE: defineError<{ source: string; bytes: number; bytesMax: number }>(
    "limit",
    ({ source, bytes, bytesMax }) =>
      `${source} has ${bytes} bytes, and a schema may have ${bytesMax}`,
    "Split the tables over several experiments",
  ),
  TABLE_NOT_FOUND: defineError<{ experiment: string; table: string; near: readonly string[] }>(
    "not_found",
    ({ experiment, table }) => `Experiment '${experiment}' has no table '${table}'`,
    ({ near }) => namesHint(near, "Look at the experiment for the names of its tables"),
  ),
  COLUMN_NOT_FOUND: defineError<{ table: string; column: string; near: readonly string[] }>(
    "not_found",
    ({ table, column }) => `Table '${table}' has no column '${column}'`,
    ({ near }) => namesHint(near, "Look at the table for the names of its columns"),
  ),
} as const;

function namesHint(near: readonly string[], otherwise: string): string {
  if (near.length === 0) return otherwise;
  return `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`;
}
