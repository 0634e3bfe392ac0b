import type { JSX } from "preact";
import { RunList, RunNews, type ShownRun } from "../components/run_list.tsx";
import { isActive, useRuns } from "./_use_runs.ts";

interface RunsPanelProps {
  readonly experiment: string;
  readonly runs: readonly ShownRun[];
  readonly currentRunId: string | null;
  readonly nowMs: number;
  readonly to: string;
  /** Only this run is shown. */
  readonly runId?: string;
}

/** The runs on a page of their own, kept fresh while one is under way. */
export default function RunsPanel(props: RunsPanelProps): JSX.Element {
  const { experiment, currentRunId, to, runId } = props;
  const known = useRuns({ ...props, isWanted: () => known.runs.value.some(isActive) });
  const { runs, nowMs } = known;
  const shown = runId === undefined ? runs.value : runs.value.filter(({ id }) => id === runId);
  return (
    <div>
      <RunNews runs={shown} />
      <RunList
        experiment={experiment}
        runs={shown}
        currentRunId={currentRunId}
        nowMs={nowMs.value}
        to={to}
      />
    </div>
  );
}
