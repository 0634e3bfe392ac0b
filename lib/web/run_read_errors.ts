import type { ErrorCode } from "../errors/mod.ts";

/** What may be in the way of whoever reads a table of the current run. */
export const RUN_READ_ERRORS = [
  "EXPERIMENT_NOT_FOUND",
  "EXPERIMENT_EMPTY",
  "TABLE_NOT_FOUND",
  "STORAGE_UNREADABLE",
  "MANIFEST_INVALID",
  "RUN_FILES_DAMAGED",
] as const satisfies readonly ErrorCode[];
