import { defineError } from "../define_error.ts";

interface Partition {
  readonly table: string;
  readonly column: string;
}

/** Errors of writing data out into files. */
export const EXPORT_ERRORS = {
  EXPORT_TOO_MANY_PARTITIONS: defineError<Partition & { countMax: number }>(
    "limit",
    ({ table, column, countMax }) =>
      `Column '${column}' of table '${table}' has more than ${countMax} values, and each would be a folder`,
    "Partition by a column with fewer values, such as a country, a status or a year",
  ),
  EXPORT_PARTITION_VALUE: defineError<Partition & { value: string; reason: string }>(
    "invalid",
    ({ table, column, value, reason }) =>
      `A value of column '${column}' of table '${table}' cannot name a folder: '${
        value.slice(0, 40)
      }' ${reason}`,
    "Partition by another column",
  ),
  EXPORT_PARTITION_ALONE: defineError<Partition>(
    "invalid",
    ({ table, column }) => `Table '${table}' has no column besides '${column}'`,
    "Files without a column cannot be written; partition other tables, named with --table",
  ),
  EXPORT_COMPRESSION: defineError<{
    format: string;
    compression: string;
    choices: readonly string[];
  }>(
    "invalid",
    ({ format, compression }) =>
      `Files of format '${format}' cannot be packed with '${compression}'`,
    ({ choices }) => `Choose one of: ${choices.join(", ")}`,
  ),
} as const;
