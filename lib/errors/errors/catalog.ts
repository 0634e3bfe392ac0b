import { defineError } from "../define_error.ts";
import type { ErrorDefinition } from "../define_error.ts";

const didYouMean = (near: readonly string[], otherwise: string): string =>
  near.length === 0 ? otherwise : `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`;

const UNUSABLE_HINT =
  "Check the permissions of the folder and the space on its disk, or choose another with --data-dir";

/** Errors of the catalog room. */
export const CATALOG_ERRORS = {
  CATALOG_TOO_NEW: defineError<{ path: string; found: number; known: number }>(
    "unavailable",
    ({ path, found, known }) =>
      `The catalog '${path}' has format ${found}, and this dw-sim knows formats up to ${known}`,
    "Use the newer dw-sim that wrote it, or choose another folder with --data-dir",
  ),
  CATALOG_FOREIGN: defineError<{ path: string }>(
    "invalid",
    ({ path }) => `'${path}' is a SQLite database of another program, not a dw-sim catalog`,
    "Choose another folder with --data-dir",
  ),
  CATALOG_CORRUPT: defineError<{ path: string; reason: string }>(
    "unavailable",
    ({ path, reason }) => `The catalog '${path}' cannot be read: ${reason}`,
    "Restore the file from a backup, or move it away to start an empty catalog",
  ),
  CATALOG_UNUSABLE: defineError<{ path: string; reason: string }>(
    "unavailable",
    ({ path, reason }) => `The catalog '${path}' cannot be opened or written: ${reason}`,
    UNUSABLE_HINT,
  ),
  CATALOG_DISK_FULL: defineError<{ path: string }>(
    "unavailable",
    ({ path }) => `No space is left to write the catalog '${path}'`,
    "Free some space on that disk, or choose another folder with --data-dir",
  ),
  CATALOG_BUSY: defineError<{ path: string }>(
    "unavailable",
    ({ path }) => `Another process holds the catalog '${path}' locked`,
    "Wait until it has finished and try again",
  ),
  EXPERIMENT_NAME_TAKEN: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `An experiment named '${name}' already exists`,
    "Choose another name, or delete the existing experiment first. Case does not count",
  ),
  EXPERIMENT_NOT_FOUND: defineError<{ name: string; near: readonly string[] }>(
    "not_found",
    ({ name }) => `There is no experiment named '${name}'`,
    ({ near }) => didYouMean(near, "List the experiments with 'dw-sim experiment list'"),
  ),
  EXPERIMENT_HAS_ACTIVE_RUN: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `The experiment '${name}' has a run that has not ended`,
    ({ name }) => `Wait for it to end, or stop it with 'dw-sim experiment cancel ${name}'`,
  ),
  EXPERIMENT_HAS_DATA: defineError<{ name: string; count: number }>(
    "conflict",
    ({ name, count }) =>
      `The experiment '${name}' has data of ${count === 1 ? "a run" : `${count} runs`}, ` +
      `which was made of the schema as it is`,
    "Say that it may go: --yes on the command line, drop_data=true over HTTP",
  ),
  RUN_ID_INVALID: defineError<{ id: string }>(
    "invalid",
    ({ id }) => `'${id}' is not the id of a run`,
    "An id looks like '20260131-093005-250-7hq2mz4c'. List them with 'dw-sim experiment runs'",
  ),
  RUN_NOT_FOUND: defineError<{ id: string }>(
    "not_found",
    ({ id }) => `There is no run with the id '${id}'`,
    "List the runs of an experiment with 'dw-sim experiment runs'",
  ),
  RUN_ALREADY_ACTIVE: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `A run of the experiment '${name}' is already active`,
    ({ name }) => `Wait for it to end, or stop it with 'dw-sim experiment cancel ${name}'`,
  ),
  RUN_NOT_ACTIVE: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `No run of the experiment '${name}' is active`,
    "Look at its runs with 'dw-sim experiment runs'",
  ),
  RUN_NOT_COMPLETED: defineError<{ id: string; status: string }>(
    "conflict",
    ({ id, status }) =>
      `The run '${id}' is ${status.toUpperCase()}, and only a COMPLETED one has data`,
    "Choose a completed run of 'dw-sim experiment runs', or take this one up again with --resume",
  ),
  RUN_FILES_REMOVED: defineError<{ id: string }>(
    "conflict",
    ({ id }) => `The files of the run '${id}' are removed`,
    "Generate the data again: the seed of the run, and its rows, make the same",
  ),
  RUN_NOT_RESUMABLE: defineError<{ id: string; reason: string }>(
    "conflict",
    ({ id, reason }) => `The run '${id}' cannot be resumed: ${reason}`,
    "Generate the data anew, without --resume",
  ),
  RUN_NOTHING_TO_RESUME: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `The experiment '${name}' has no run that was cancelled or failed`,
    "Generate without --resume",
  ),
  RUN_CANCELLED: defineError<{ name: string; id: string }>(
    "cancelled",
    ({ id }) => `The run '${id}' was cancelled`,
    ({ name, id }) => `Take it up again with 'dw-sim experiment generate ${name} --resume ${id}'`,
  ),
  RUN_NOT_CONTINUABLE: defineError<{ id: string; reason: string }>(
    "conflict",
    ({ id, reason }) => `The run '${id}' cannot be continued: ${reason}`,
    "Generate all rows anew with 'dw-sim experiment generate'",
  ),
  RUN_STATE_CONFLICT: defineError<{ event: string; status: string }>(
    "conflict",
    ({ event, status }) => `A run that is ${status.toUpperCase()} cannot ${event}`,
    "Look at the state of the run with 'dw-sim experiment runs'",
  ),
  RUN_OWNER_GONE: defineError<{ pid: number }>(
    "unavailable",
    ({ pid }) => `The process ${pid} that worked on the run is gone`,
    "Take the run up again with 'dw-sim experiment generate NAME --resume'",
  ),
} as const satisfies Record<string, ErrorDefinition<never>>;
