import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { FindingList } from "../components/finding_list.tsx";
import { formatCount, formatDuration } from "../components/format.ts";
import { ProblemBanner } from "../components/problem_banner.tsx";
import { type Answer, cellText } from "./_answer.ts";
import { ResultChart } from "./_result_chart.tsx";
import { ResultGrid } from "./_result_grid.tsx";
import type { Workspace } from "./_use_workspace.ts";

type View = "rows" | "chart" | "sql";

const TOLD_MS = 2_500;
const TICK_MS = 100;

/** What became of the statements; one of them is shown, as rows, as a chart, or as what ran. */
export function ResultPanel({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { answers, shownId } = workspace;
  const view = useSignal<View>("rows");
  const told = useSignal("");
  const answer = answers.value.find(({ id }) => id === shownId.value) ?? answers.value[0]!;
  function tell(what: string): void {
    told.value = `Copied ${what}`;
    setTimeout(() => told.value = "", TOLD_MS);
  }
  const isTable = answer.kind === "rows" && answer.head !== null && answer.rowCount > 0;
  return (
    <section class="stack-tight sql-result" aria-label="Answer">
      {answers.value.length > 1 && <Which workspace={workspace} shown={answer} />}
      <div class="row-apart">
        <Status answer={answer} told={told.value} />
        {isTable && (
          <div class="segments" role="group" aria-label="Show as">
            {(["rows", "chart", "sql"] as const).map((each) => (
              <button
                type="button"
                aria-pressed={view.value === each}
                onClick={() => view.value = each}
                key={each}
              >
                {VIEWS[each]}
              </button>
            ))}
          </div>
        )}
      </div>
      {(answer.head?.notes.length ?? 0) > 0 && (
        <FindingList findings={answer.head!.notes} onGo={workspace.goTo} />
      )}
      {answer.problem !== null && <Refusal workspace={workspace} problem={answer.problem} />}
      {answer.kind === "plan" && answer.rowCount > 0 && (
        <pre class="code" tabIndex={0} role="region" aria-label="Plan">{planOf(answer)}</pre>
      )}
      {answer.kind === "rows" && answer.state === "complete" && answer.rowCount === 0 && (
        <div class="empty">No rows: nothing fits what was asked.</div>
      )}
      {isTable && view.value === "rows" && (
        <ResultGrid
          head={answer.head!}
          rows={answer.rows}
          rowCount={answer.rowCount}
          onCopied={tell}
          key={answer.id}
        />
      )}
      {isTable && view.value === "chart" && <ResultChart answer={answer} key={answer.id} />}
      {isTable && view.value === "sql" && (
        <pre class="code" tabIndex={0} role="region" aria-label="The SQL that ran">
          {answer.head!.translated_sql}
        </pre>
      )}
    </section>
  );
}

const VIEWS = { rows: "Rows", chart: "Chart", sql: "SQL that ran" } as const;

function planOf({ rows }: Answer): string {
  return rows.map(([line]) => cellText(line) ?? "").join("\n");
}

function Which({ workspace, shown }: {
  readonly workspace: Workspace;
  readonly shown: Answer;
}): JSX.Element {
  return (
    <div class="segments answers" role="group" aria-label="Answers">
      {workspace.answers.value.map(({ id, sql, state }, i) => (
        <button
          type="button"
          aria-pressed={id === shown.id}
          title={sql.slice(0, 400)}
          onClick={() => workspace.shownId.value = id}
          key={id}
        >
          <span>{i + 1}</span>
          <span class="ends">{firstWords(sql)}</span>
          {state === "failed" && <span class="fault">✕</span>}
        </button>
      ))}
    </div>
  );
}

const WORDS_LENGTH_MAX = 32;

/** What a statement is known by: its text, without the comments before it. */
function firstWords(sql: string): string {
  return sql.replace(/^(?:\s+|--[^\n]*\n|\/\*[^]*?\*\/)+/, "").replace(/\s+/g, " ")
    .slice(0, WORDS_LENGTH_MAX);
}

/** Findings with their places, which lead there; a refusal without places in its own words. */
function Refusal({ workspace, problem }: {
  readonly workspace: Workspace;
  readonly problem: NonNullable<Answer["problem"]>;
}): JSX.Element {
  if (problem.errors.length === 0) return <ProblemBanner problem={problem} />;
  return (
    <div role="alert">
      <FindingList findings={problem.errors} onGo={workspace.goTo} />
    </div>
  );
}

function Status({ answer, told }: { readonly answer: Answer; readonly told: string }): JSX.Element {
  const { state, rowCount, isTruncated, kind } = answer;
  const count = formatCount(rowCount, "row");
  const words = {
    running: `Running, ${count}`,
    complete: kind === "plan" ? "Planned" : isTruncated ? `The first ${count}` : count,
    failed: "Refused",
    cancelled: `Cancelled after ${count}`,
  } as const;
  return (
    <p class="row" role="status">
      <span class={`badge badge-dot ${BADGES[state]}`}>{words[state]}</span>
      <span class="soft small">
        {state === "running"
          ? <Clock sinceMs={answer.startedAtMs} />
          : formatDuration(answer.elapsedMs)}
      </span>
      {isTruncated && <span class="soft small">There are more; export for all of them.</span>}
      {told !== "" && <span class="soft small">{told}</span>}
    </p>
  );
}

const BADGES = {
  ...{ running: "badge-info badge-live", complete: "badge-good" },
  ...{ failed: "badge-bad", cancelled: "badge-warn" },
} as const;

/** Time that passes; screen readers are not told of every tenth of a second. */
function Clock({ sinceMs }: { readonly sinceMs: number }): JSX.Element {
  const nowMs = useSignal(sinceMs);
  useEffect(() => {
    const timer = setInterval(() => nowMs.value = performance.now(), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden="true">{formatDuration(nowMs.value - sinceMs)}</span>;
}
