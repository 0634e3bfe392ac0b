import { defineError } from "../define_error.ts";

/** Errors of learning a schema from files of data. */
export const SAMPLE_ERRORS = {
  SAMPLE_UNREADABLE: defineError<{ table: string; reason: string }>(
    "invalid",
    ({ table, reason }) => `The files of table '${table}' cannot be read: ${reason}`,
    "Check that the file is whole and that its ending tells its format",
  ),
  SAMPLE_PATH_UNREADABLE: defineError<{ path: string; reason: string }>(
    "invalid",
    ({ path, reason }) => `'${path}' cannot be taken as a sample: ${reason}`,
    "Give files that end in .parquet, .csv, .tsv or .jsonl, or a folder of them",
  ),
} as const;
