import { defineError } from "../define_error.ts";

interface Target {
  /** Where the database is, without the password. */
  readonly target: string;
}

/** Errors of other people's databases. No text of theirs holds a password. */
export const WAREHOUSE_ERRORS = {
  WAREHOUSE_URL: defineError<{ reason: string }>(
    "invalid",
    ({ reason }) => `The address of the database cannot be read: ${reason}`,
    "Write it as postgres://user:password@host:port/database, special characters as %XX",
  ),
  WAREHOUSE_UNREACHABLE: defineError<Target & { reason: string }>(
    "unavailable",
    ({ target, reason }) => `No database answers at ${target}: ${reason}`,
    "Check host and port, and that the server runs and lets this machine in",
  ),
  WAREHOUSE_AUTH: defineError<Target & { reason: string }>(
    "unavailable",
    ({ target, reason }) => `${target} does not let us in: ${reason}`,
    "Check user and password; the password may also stand in the variable PGPASSWORD",
  ),
  WAREHOUSE_NO_DATABASE: defineError<Target & { reason: string }>(
    "not_found",
    ({ target, reason }) => `${target} is not there: ${reason}`,
    "Create the database first, or name another",
  ),
  WAREHOUSE_TABLES_EXIST: defineError<Target & { tables: readonly string[] }>(
    "conflict",
    ({ target, tables }) =>
      `${tables.length} of the tables are in ${target} already: ${tables.slice(0, 10).join(", ")}${
        tables.length > 10 ? " …" : ""
      }`,
    "Add --replace to drop them in the same transaction, or --schema for another place",
  ),
  WAREHOUSE_REFUSED: defineError<Target & { what: string; reason: string; state: string }>(
    "invalid",
    ({ what, reason, state }) => `The database refuses ${what}: ${reason} (SQLSTATE ${state})`,
    "Everything was rolled back: the database is as it was before",
  ),
  WAREHOUSE_LOST: defineError<Target & { what: string; reason: string }>(
    "unavailable",
    ({ target, what, reason }) => `The connection to ${target} broke while ${what}: ${reason}`,
    "Nothing was kept there: the transaction ends with its connection. Try again",
  ),
} as const;
