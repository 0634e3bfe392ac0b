import type { JSX } from "preact";
import type { RunJson } from "../lib/app/mod.ts";
import { formatCompact, formatDuration, formatNumber } from "./format.ts";
import { Icon } from "./icon.tsx";
import { RelativeTime } from "./relative_time.tsx";
import { RunBadge } from "./run_badge.tsx";

/** A run as the API sends it. */
export type ShownRun = Omit<RunJson, "error_trace">;

interface RunListProps {
  readonly experiment: string;
  readonly runs: readonly ShownRun[];
  /** The run that is queried. */
  readonly currentRunId: string | null;
  readonly nowMs: number;
  /** The address to come back to after a button. */
  readonly to: string;
}

const KIND_TEXTS = { GENERATE: "Generate", RESET: "Reset", ADVANCE: "Advance" } as const;

/** Runs, newest first, each with all there is to know and to do about it. */
export function RunList({ runs, ...rest }: RunListProps): JSX.Element {
  if (runs.length === 0) {
    return (
      <div class="empty">
        <p>No runs yet. Generate data, and how it goes is told here.</p>
      </div>
    );
  }
  return (
    <ol class="runs">
      {runs.map((run) => <RunItem run={run} {...rest} key={run.id} />)}
    </ol>
  );
}

type RunItemProps = Omit<RunListProps, "runs"> & { readonly run: ShownRun };

function RunItem({ run, experiment, currentRunId, nowMs, to }: RunItemProps): JSX.Element {
  const href = `/experiments/${experiment}/runs/${run.id}`;
  const isActive = run.status === "RUNNING" || run.status === "QUEUED";
  return (
    <li class="run" data-run={run.id} data-status={run.status}>
      <div class="row-apart">
        <div class="row">
          <RunBadge status={run.status} />
          <a class="run-name" href={href}>{KIND_TEXTS[run.kind]}</a>
          {run.id === currentRunId && <span class="badge badge-accent">current data</span>}
          {run.files_removed_at !== null && <span class="badge">files removed</span>}
        </div>
        <div class="row">
          {isActive && (
            <ActionForm
              href={href}
              to={to}
              action="cancel"
              label="Cancel"
              isWanted={cancels(run)}
            />
          )}
          {isResumable(run) && <ActionForm href={href} to={to} action="resume" label="Resume" />}
          {isLoadable(run) && run.id !== currentRunId && (
            <ActionForm href={href} to={to} action="load" label="Use this data" />
          )}
        </div>
      </div>
      {isActive && <Progress run={run} />}
      <dl class="facts run-facts">
        <Fact term={run.started_at === null ? "Created" : "Started"}>
          <RelativeTime iso={run.started_at ?? run.created_at} nowMs={nowMs} />
        </Fact>
        {run.completed_at !== null && (
          <Fact term="Ended">
            <RelativeTime iso={run.completed_at} nowMs={nowMs} />
          </Fact>
        )}
        {run.duration_ms !== null && <Fact term="Duration">{formatDuration(run.duration_ms)}</Fact>}
        <Fact term="Rows">{rowsText(run)}</Fact>
        <Fact term="Seed">{String(run.seed)}</Fact>
      </dl>
      {run.error_message !== null && (
        <div class="run-error">
          <p class="mono">{run.error_code}</p>
          <p>{run.error_message}</p>
        </div>
      )}
    </li>
  );
}

function cancels({ cancel_requested_at: requestedAt }: ShownRun): boolean {
  return requestedAt !== null;
}

function isResumable({ status, files_removed_at: removedAt }: ShownRun): boolean {
  return (status === "FAILED" || status === "ABORTED") && removedAt === null;
}

/** Its data can be what is queried again. */
function isLoadable({ status, kind, files_removed_at: removedAt }: ShownRun): boolean {
  return status === "COMPLETED" && removedAt === null && kind !== "RESET";
}

function Fact({ term, children }: {
  readonly term: string;
  readonly children?: JSX.Element | string;
}): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ActionFormProps {
  readonly href: string;
  readonly to: string;
  readonly action: "cancel" | "resume" | "load";
  readonly label: string;
  /** True when it was asked for, and is not done yet. */
  readonly isWanted?: boolean;
}

const ACTION_ICONS = { cancel: "close", resume: "play", load: "check" } as const;

function ActionForm({ href, to, action, label, isWanted = false }: ActionFormProps): JSX.Element {
  return (
    <form method="post" action={href}>
      <input type="hidden" name="to" value={to} />
      <button
        type="submit"
        class="button button-small"
        name="action"
        value={action}
        disabled={isWanted}
      >
        <Icon name={ACTION_ICONS[action]} />
        {isWanted ? "Stopping" : label}
      </button>
    </form>
  );
}

function Progress({ run: { progress } }: { readonly run: ShownRun }): JSX.Element {
  if (progress === null) {
    return (
      <div class="stack-tight">
        <progress aria-label="Progress" />
        <p class="soft tiny">Starting</p>
      </div>
    );
  }
  const { rows_done: done, rows_total: total } = progress;
  const remaining = progress.remaining_ms === null
    ? ""
    : `, about ${formatDuration(progress.remaining_ms)} left`;
  const speed = `${formatCompact(progress.rows_per_second)} rows/s${remaining}`;
  return (
    <div class="stack-tight">
      <progress aria-label="Progress" value={done} max={Math.max(total, 1)} />
      <p class="soft tiny row-apart">
        <span>{`${formatNumber(done)} of ${formatNumber(total)} rows`}</span>
        <span>{speed}</span>
      </p>
    </div>
  );
}

function rowsText({ row_counts: counts, target_rows: targets, progress }: ShownRun): string {
  if (counts !== null) return formatNumber(sum(counts));
  const target = formatNumber(sum(targets));
  return progress === null ? target : `${formatNumber(progress.rows_done)} of ${target}`;
}

/**
 * How the newest run stands, for who does not see it: told when it changes, and for every tenth of
 * the way, since times that change by themselves would be read out without end.
 */
export function RunNews({ runs }: { readonly runs: readonly ShownRun[] }): JSX.Element {
  const [newest] = runs;
  const { status = "", progress = null } = newest ?? {};
  const tenths = progress === null ? 0 : Math.floor(progress.rows_done / progress.rows_total * 10);
  const text = status === "RUNNING" && tenths > 0 ? `${status}, ${tenths * 10} %` : status;
  return <p class="visually-hidden" role="status">{text}</p>;
}

/** Rows of all tables. */
export function sum(rowsByTable: Readonly<Record<string, number>>): number {
  return Object.values(rowsByTable).reduce((total, rows) => total + rows, 0);
}
