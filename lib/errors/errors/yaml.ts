import { defineError } from "../define_error.ts";

/** Errors of reading YAML, whatever it is about. Every fault stands in the error's problems. */
export const YAML_ERRORS = {
  YAML_UNREADABLE: defineError<{ source: string; reason: string; line: number; column: number }>(
    "invalid",
    ({ source, reason, line, column }) =>
      `${source} cannot be read as YAML at line ${line}, column ${column}: ${reason}`,
    "Check the indentation, the colons and the quotes at that place",
  ),
  YAML_TOO_LARGE: defineError<{ source: string; bytes: number; bytesMax: number }>(
    "limit",
    ({ source, bytes, bytesMax }) =>
      `${source} has ${bytes} bytes, and a YAML text may have ${bytesMax}`,
    "Write it as JSON, which may be larger, or split it",
  ),
} as const;
