import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ShownRun } from "../components/run_list.tsx";
import { askApi } from "./_api.ts";

const POLL_MS = 3_000;

/** The runs of an experiment as they are now. */
export interface KnownRuns {
  readonly runs: Signal<readonly ShownRun[]>;
  readonly nowMs: Signal<number>;
  /** False while the server does not answer. */
  readonly isReached: Signal<boolean>;
}

interface UseRunsOptions {
  readonly experiment: string;
  readonly runs: readonly ShownRun[];
  readonly nowMs: number;
  /** While it says so the server is asked every three seconds. */
  readonly isWanted: () => boolean;
}

/** Keeps the runs of an experiment fresh. */
export function useRuns({ experiment, runs, nowMs, isWanted }: UseRunsOptions): KnownRuns {
  const known = {
    runs: useSignal(runs),
    nowMs: useSignal(nowMs),
    isReached: useSignal(true),
  };
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      if (!document.hidden && isWanted()) refresh(known, { experiment, signal: stop.signal });
    };
    const timer = setInterval(look, POLL_MS);
    document.addEventListener("visibilitychange", look, { signal: stop.signal });
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);
  return known;
}

export function isActive({ status }: ShownRun): boolean {
  return status === "RUNNING" || status === "QUEUED";
}

/** Asks now. */
export async function refresh(
  known: KnownRuns,
  { experiment, signal }: { readonly experiment: string; readonly signal?: AbortSignal },
): Promise<void> {
  try {
    const path = `/api/experiments/${experiment}/runs?limit=20`;
    const answer = await askApi<{ runs: readonly ShownRun[] }>(path, {
      ...signal !== undefined && { signal },
    });
    known.runs.value = answer.runs;
    known.nowMs.value = Date.now();
    known.isReached.value = true;
  } catch {
    known.isReached.value = signal?.aborted ?? false;
  }
}
