/**
 * What sort of refusal an error is. The edges (CLI, HTTP) translate a kind, and nothing else, into
 * an exit code or a status.
 */
export type ErrorKind =
  | "invalid"
  | "not_found"
  | "conflict"
  | "limit"
  | "cancelled"
  | "unavailable"
  | "internal";
