import type { ErrorDefinition } from "./define_error.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { ErrorKind } from "./error_kind.ts";
import { ERRORS } from "./errors.ts";

export type ErrorCode = keyof typeof ERRORS;

type DetailOf<Code extends ErrorCode> = (typeof ERRORS)[Code] extends ErrorDefinition<infer Detail>
  ? Detail
  : never;

/** What an error may carry besides its texts. */
export interface ErrorContext {
  readonly cause?: unknown;
  /** Every problem found, not only the first. */
  readonly problems?: readonly Diagnostic[];
}

/**
 * The one error class. Callers branch on `code` or `kind`, never on the message.
 *
 * @example
 * ```ts ignore
 * throw new DwSimError("EXPERIMENT_NOT_FOUND", { name: "retail", near: [] });
 * ```
 */
export class DwSimError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "DwSimError";
  readonly code: Code;
  readonly kind: ErrorKind;
  readonly hint: string;
  readonly problems: readonly Diagnostic[];
  /** What the texts quote: with the code it is enough to make the same error in another thread. */
  readonly detail: unknown;

  constructor(code: Code, detail: DetailOf<Code>, { cause, problems = [] }: ErrorContext = {}) {
    const entry = ERRORS[code] as ErrorDefinition<DetailOf<Code>>;
    super(entry.message(detail), { cause });
    this.code = code;
    this.kind = entry.kind;
    this.hint = entry.hint(detail);
    this.problems = problems;
    this.detail = detail;
  }

  /** The same error with other places. */
  withProblems(problems: readonly Diagnostic[]): DwSimError {
    const { code, detail, cause } = this;
    // The detail is the one that this very code was made with.
    return new DwSimError(code, detail as DetailOf<Code>, { cause, problems });
  }
}
