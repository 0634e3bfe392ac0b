import type { JSX } from "preact";
import { Banner } from "./banner.tsx";
import { formatCount, formatDuration } from "./format.ts";
import { type FindingJson, FindingList } from "./finding_list.tsx";
import { SampleTable } from "./sample_table.tsx";

/** The beginning of an answer, as the server shows it to who has no script. */
export interface FirstRows {
  readonly columns: readonly string[];
  readonly column_types: readonly string[];
  readonly translated_sql: string;
  readonly notes: readonly FindingJson[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
  readonly elapsedMs: number;
}

/** The first rows of an answer, what ran, and what there is to know of it. */
export function SqlAnswer({ answer }: { readonly answer: FirstRows }): JSX.Element {
  const { columns, column_types, rows, truncated, elapsedMs, notes } = answer;
  const count = truncated
    ? `The first ${formatCount(rows.length, "row")}`
    : formatCount(rows.length, "row");
  return (
    <section class="stack-tight" aria-labelledby="answer-title">
      <div class="row">
        <h2 id="answer-title">Answer</h2>
        <span class="soft small">{`${count} in ${formatDuration(elapsedMs)}`}</span>
      </div>
      {notes.length > 0 && <FindingList findings={notes} />}
      {rows.length === 0
        ? <div class="empty">No rows: nothing fits what was asked.</div>
        : <SampleTable sample={{ table: "the answer", columns, column_types, rows }} />}
      <RanSql sql={answer.translated_sql} />
    </section>
  );
}

/** The statement as the engine was given it. */
export function RanSql({ sql }: { readonly sql: string }): JSX.Element {
  return (
    <details class="ran">
      <summary class="soft small">The SQL that ran</summary>
      <pre class="code" tabIndex={0}>{sql}</pre>
    </details>
  );
}

/** Nothing can be asked before there is data. */
export function NoData({ experiment }: { readonly experiment: string }): JSX.Element {
  return (
    <Banner kind="info">
      <p>
        <strong>No data yet.</strong> <a href={`/experiments/${experiment}/generate`}>Generate</a>
        {" "}
        some, and ask it here.
      </p>
    </Banner>
  );
}
