/**
 * The one catalogue of errors and diagnostics, the one error class, and `invariant`.
 *
 * @module
 */
export { defineDiagnostic, type DiagnosticDefinition, type Severity } from "./define_diagnostic.ts";
export { defineError, type ErrorDefinition } from "./define_error.ts";
export {
  type Diagnostic,
  diagnostic,
  type DiagnosticCode,
  DIAGNOSTICS,
  type Place,
  type Span,
} from "./diagnostic.ts";
export { DwSimError, type ErrorCode, type ErrorContext } from "./dw_sim_error.ts";
export type { ErrorKind } from "./error_kind.ts";
export { ERRORS } from "./errors.ts";
export { invariant } from "./invariant.ts";
export { nearestNames } from "./nearest_names.ts";
