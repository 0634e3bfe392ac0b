import type { RequestKey, RunRecord } from "../catalog/mod.ts";
import { type Diagnostic, DwSimError, type ErrorCode } from "../errors/mod.ts";
import type { RowRequest } from "./generate.ts";

/** A run that is to be made in a thread of its own. */
export type RunTask =
  | {
    readonly kind: "generate";
    readonly experiment: string;
    readonly rows?: RowRequest;
    readonly seed?: number | undefined;
    readonly workerCount?: number | undefined;
    readonly outputPath?: string | undefined;
    readonly requestKey?: RequestKey | undefined;
  }
  | { readonly kind: "resume"; readonly experiment: string; readonly runId: string }
  | {
    readonly kind: "reset";
    readonly experiment: string;
    readonly requestKey?: RequestKey | undefined;
    readonly runId?: string | undefined;
  };

/** An error as it crosses threads. */
export interface SentError {
  readonly code: ErrorCode;
  readonly detail: unknown;
  readonly problems: readonly Diagnostic[];
}

export type ToRunWorker =
  | { readonly kind: "task"; readonly task: RunTask; readonly dataRoot: string }
  | { readonly kind: "stop" };

export type FromRunWorker =
  | { readonly kind: "ready" }
  /** The catalog has the run. */
  | { readonly kind: "begun"; readonly run: RunRecord }
  | { readonly kind: "completed"; readonly run: RunRecord }
  | { readonly kind: "failed"; readonly error: SentError };

/** Whatever it is, it becomes an error of ours, for that is what other threads understand. */
export function sentError(error: unknown): SentError {
  if (error instanceof DwSimError) {
    return { code: error.code, detail: error.detail, problems: error.problems };
  }
  const what = error instanceof Error ? error.message : String(error);
  return { code: "INTERNAL_UNEXPECTED", detail: { what }, problems: [] };
}

export function receivedError({ code, detail, problems }: SentError): DwSimError {
  // The detail was taken from an error of this very code.
  return new DwSimError(code, detail as never, { problems });
}
