import { defineError } from "../define_error.ts";

/** Errors of the ddl room. */
export const DDL_ERRORS = {
  DDL_LIMIT_REACHED: defineError<{ source: string }>(
    "limit",
    ({ source }) => `${source} holds more than can be read, and was not taken`,
    "Remove what is listed from the text; nothing was changed",
  ),
} as const;
