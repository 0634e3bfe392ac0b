import { defineError } from "../define_error.ts";

/** Errors of the storage room. */
export const STORAGE_ERRORS = {
  STORAGE_NO_HOME: defineError(
    "invalid",
    () => "No folder for the data can be told from the environment",
    "Name one with --data-dir or the variable DW_SIM_HOME",
  ),
  STORAGE_FULL: defineError<{ path: string }>(
    "unavailable",
    ({ path }) => `No space is left to write '${path}'`,
    "Free some space on that disk, ask for fewer rows, or choose another folder",
  ),
  STORAGE_UNWRITABLE: defineError<{ path: string; reason: string }>(
    "unavailable",
    ({ path, reason }) => `'${path}' cannot be written: ${reason}`,
    "Check that the folder exists and that you may write there, or choose another",
  ),
  STORAGE_UNREADABLE: defineError<{ path: string; reason: string }>(
    "unavailable",
    ({ path, reason }) => `'${path}' cannot be read: ${reason}`,
    "Check that the file exists and that you may read it",
  ),
  STORAGE_TARGET_EXISTS: defineError<{ path: string }>(
    "conflict",
    ({ path }) => `'${path}' already exists and is left as it is`,
    "Choose a folder that does not exist yet",
  ),
  STORAGE_TARGET_NOT_EMPTY: defineError<{ path: string }>(
    "conflict",
    ({ path }) => `'${path}' holds something already, and is left as it is`,
    "Choose a folder that is empty or does not exist yet",
  ),
  RUN_FILES_DAMAGED: defineError<{ table: string; reason: string }>(
    "unavailable",
    ({ table, reason }) => `The files of the table '${table}' cannot be read: ${reason}`,
    "See which with 'dw-sim experiment verify', and generate again: the same seed makes the same data",
  ),
  MANIFEST_INVALID: defineError<{ path: string; reason: string }>(
    "unavailable",
    ({ path, reason }) => `The manifest '${path}' is damaged: ${reason}`,
    "Generate the data again",
  ),
} as const;
