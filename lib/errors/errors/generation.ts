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
} as const;
