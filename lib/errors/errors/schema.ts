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
} as const;
