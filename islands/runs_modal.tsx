import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DialogHead } from "../components/dialog_head.tsx";
import { Icon } from "../components/icon.tsx";
import { RunBadge } from "../components/run_badge.tsx";
import { RunList, RunNews, type ShownRun } from "../components/run_list.tsx";
import { isActive, refresh, useRuns } from "./_use_runs.ts";

interface RunsModalProps {
  readonly experiment: string;
  readonly runs: readonly ShownRun[];
  readonly currentRunId: string | null;
  readonly nowMs: number;
}

const HASH = "#runs";

/** A link to the page of runs; with script they are shown in a dialog and kept fresh. */
export default function RunsModal(props: RunsModalProps): JSX.Element {
  const { experiment, currentRunId } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useSignal(false);
  const known = useRuns({
    ...props,
    isWanted: () => isOpen.value || known.runs.value.some(isActive),
  });
  const { runs, nowMs, isReached } = known;
  useEffect(() =>
    followHash(dialog.current!, (open) => {
      isOpen.value = open;
      if (open) refresh(known, { experiment });
      else if (hasNews(props.runs, known.runs.value)) location.reload();
    }), []);
  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = HASH;
  }
  const active = runs.value.find(isActive);
  return (
    <>
      <a class="button" href={`/experiments/${experiment}/runs`} onClick={open}>
        <Icon name="history" />
        Runs
        {active !== undefined && <RunBadge status={active.status} />}
      </a>
      <dialog class="dialog" ref={dialog} aria-labelledby="runs-title">
        <DialogHead id="runs-title" title={`Runs of ${experiment}`} />
        <div class="dialog-body stack">
          <RunNews runs={runs.value} />
          {!isReached.value && <p class="soft">The server does not answer. Trying again.</p>}
          <RunList
            experiment={experiment}
            runs={runs.value}
            currentRunId={currentOf(runs.value, props.runs, currentRunId)}
            nowMs={nowMs.value}
            to={`/experiments/${experiment}${HASH}`}
          />
        </div>
      </dialog>
    </>
  );
}

/** The address says whether the dialog is open, so that it can be linked, and back closes it. */
function followHash(dialog: HTMLDialogElement, onChange: (isOpen: boolean) => void): () => void {
  const stop = new AbortController();
  const follow = () => {
    const isWanted = location.hash === HASH;
    if (isWanted === dialog.open) return;
    if (isWanted) dialog.showModal();
    else dialog.close();
    onChange(isWanted);
  };
  addEventListener("hashchange", follow, { signal: stop.signal });
  dialog.addEventListener("close", () => {
    if (location.hash !== HASH) return;
    history.replaceState(null, "", location.pathname + location.search);
    onChange(false);
  }, { signal: stop.signal });
  follow();
  return () => stop.abort();
}

/** The page shows data of the run before when one was completed meanwhile. */
function hasNews(before: readonly ShownRun[], now: readonly ShownRun[]): boolean {
  const statuses = new Map(before.map(({ id, status }) => [id, status]));
  return now.some(({ id, status }) => statuses.get(id) !== status);
}

/** What was completed while the page was open is the current data. */
function currentOf(
  now: readonly ShownRun[],
  before: readonly ShownRun[],
  currentRunId: string | null,
): string | null {
  const done = new Set(before.filter(({ status }) => status === "COMPLETED").map(({ id }) => id));
  const fresh = now.find(({ id, status }) => status === "COMPLETED" && !done.has(id));
  return fresh?.id ?? currentRunId;
}
