import { DwSimError } from "../errors/mod.ts";

/** Where a run stands. The catalog's tables and triggers state the same words and moves. */
export type RunStatus = "queued" | "running" | "completed" | "failed" | "aborted";

/** What can happen to a run. `resume` takes up again one that ended early. */
export type RunEventKind = "start" | "complete" | "fail" | "abort" | "resume";

type Moves = Readonly<Partial<Record<RunEventKind, RunStatus>>>;

const MOVES: Readonly<Record<RunStatus, Moves>> = Object.freeze({
  queued: { start: "running", fail: "failed", abort: "aborted" },
  running: { complete: "completed", fail: "failed", abort: "aborted" },
  completed: {},
  failed: { resume: "queued" },
  aborted: { resume: "queued" },
});

/** Every status, in the order of a run's life. */
export const RUN_STATUSES = Object.freeze(Object.keys(MOVES)) as readonly RunStatus[];

/**
 * The only way from one status to another.
 *
 * @param from The present status.
 * @param event What happened.
 * @returns The next status.
 * @throws DwSimError RUN_STATE_CONFLICT when the event cannot happen in that status.
 * @example
 * ```ts
 * import { transition } from "./run_state.ts";
 * transition("queued", "start"); // "running"
 * ```
 */
export function transition(from: RunStatus, event: RunEventKind): RunStatus {
  const next = MOVES[from][event];
  if (next === undefined) throw new DwSimError("RUN_STATE_CONFLICT", { event, status: from });
  return next;
}
