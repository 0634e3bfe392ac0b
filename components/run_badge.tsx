import type { JSX } from "preact";

const KINDS = {
  QUEUED: "info",
  RUNNING: "info badge-live",
  COMPLETED: "good",
  FAILED: "bad",
  ABORTED: "warn",
} as const;

export type RunStatusWord = keyof typeof KINDS;

/** How a run stands, in the words of the API. */
export function RunBadge({ status }: { readonly status: RunStatusWord }): JSX.Element {
  return <span class={`badge badge-dot badge-${KINDS[status]}`}>{status}</span>;
}
