import { defineError } from "../define_error.ts";

/** Errors of the generation room. */
export const GENERATION_ERRORS = {
  GENERATION_IMPOSSIBLE: defineError<{ count: number }>(
    "invalid",
    ({ count }) =>
      count === 1
        ? "These rows cannot exist: 1 problem was found before any file was written"
        : `These rows cannot exist: ${count} problems were found before any file was written`,
    "Mend what is listed, or ask for fewer rows",
  ),
  PLAN_NOT_CONTINUABLE: defineError<{ table: string; column: string; reason: string }>(
    "conflict",
    ({ table, column, reason }) => `'${table}.${column}' cannot be continued: ${reason}`,
    "Generate all rows anew with 'dw-sim experiment generate'",
  ),
} as const;
