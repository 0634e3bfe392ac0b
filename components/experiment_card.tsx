import type { JSX } from "preact";
import { ExperimentBadges } from "./experiment_badges.tsx";
import { formatNumber, formatShare } from "./format.ts";
import { RelativeTime } from "./relative_time.tsx";
import { RunBadge, type RunStatusWord } from "./run_badge.tsx";
import { type ShownRun, sum } from "./run_list.tsx";
import type { SchemaJson } from "./table_view.ts";

/** An experiment as its card shows it. */
export interface CardView {
  readonly name: string;
  readonly createdAt: string;
  readonly schema: SchemaJson;
  readonly currentRun: ShownRun | null;
  readonly activeRun: ShownRun | null;
  /** The newest run, however it ended. */
  readonly lastRun: ShownRun | null;
}

/** An experiment among others. */
export function ExperimentCard({ view, nowMs }: {
  readonly view: CardView;
  readonly nowMs: number;
}): JSX.Element {
  const { name, schema, createdAt, currentRun } = view;
  const rows = currentRun === null ? 0 : sum(currentRun.row_counts ?? {});
  return (
    <li class="card card-link stack">
      <div class="stack-tight">
        <div class="row-apart">
          <h2 class="card-title">
            <a href={`/experiments/${name}`}>{name}</a>
          </h2>
          <CardState view={view} />
        </div>
        {schema.description !== undefined && <p class="soft small clamp">{schema.description}</p>}
      </div>
      <ExperimentBadges schema={schema} />
      <dl class="facts card-facts">
        <div>
          <dt>Tables</dt>
          <dd>{formatNumber(schema.tables.length)}</dd>
        </div>
        <div>
          <dt>Rows</dt>
          <dd>{rows === 0 ? "none yet" : formatNumber(rows)}</dd>
        </div>
        <div>
          <dt>{currentRun === null ? "Created" : "Generated"}</dt>
          <dd>
            <RelativeTime iso={currentRun?.completed_at ?? createdAt} nowMs={nowMs} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

function CardState({ view: { activeRun, lastRun } }: { readonly view: CardView }): JSX.Element {
  const run = activeRun ?? lastRun;
  if (run === null) return <span class="badge">no data</span>;
  const { progress } = run;
  const share = activeRun === null || progress === null
    ? ""
    : formatShare(progress.rows_done, progress.rows_total);
  return (
    <span class="row">
      {share !== "" && <span class="soft tiny">{share}</span>}
      <RunBadge status={run.status as RunStatusWord} />
    </span>
  );
}
