import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { exactTime, formatCount, formatDuration, relativeTime } from "../components/format.ts";
import { Icon } from "../components/icon.tsx";
import type { PastQuery } from "./_use_history.ts";
import type { Workspace } from "./_use_workspace.ts";

const SHOWN_LENGTH_MAX = 160;
const TOLD_LENGTH_MAX = 400;

/** What was asked before, the newest first; a click puts its text back. */
export function HistoryPart({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { entries, hasMore, fault, refresh, more } = workspace.history;
  return (
    <details
      class="side-part"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) refresh();
      }}
    >
      <summary>History</summary>
      {fault.value !== "" && <p class="fault tiny" role="alert">{fault.value}</p>}
      {entries.value.length === 0 ? <p class="soft small">Nothing was asked yet.</p> : (
        <>
          <ul class="side-list">
            {entries.value.map((past) => (
              <li key={past.id}>
                <PastButton past={past} workspace={workspace} />
              </li>
            ))}
          </ul>
          <div class="row row-tight">
            {hasMore.value && (
              <button type="button" class="button button-quiet button-small" onClick={more}>
                Show older
              </button>
            )}
            <ClearButton workspace={workspace} />
          </div>
        </>
      )}
    </details>
  );
}

function PastButton({ past, workspace }: {
  readonly past: PastQuery;
  readonly workspace: Workspace;
}): JSX.Element {
  const { sql, error_message: error, row_count: rows, elapsed_ms: elapsedMs } = past;
  const at = exactTime(past.asked_at);
  return (
    <button
      type="button"
      class="past"
      title={`${at}\n${error ?? ""}\n${sql.slice(0, TOLD_LENGTH_MAX)}`.replace("\n\n", "\n")}
      onClick={() => {
        workspace.setText(past.cut ? `${sql}\n-- … only the beginning was kept\n` : sql);
        workspace.setDialect(past.dialect);
      }}
    >
      <span class="mono past-sql">{sql.replace(/\s+/g, " ").slice(0, SHOWN_LENGTH_MAX)}</span>
      <span class="soft tiny ends">
        {error !== null ? <span class="fault">{error}</span> : formatCount(rows ?? 0, "row")}
        {` · ${formatDuration(elapsedMs)} · ${relativeTime(past.asked_at, Date.now())}`}
      </span>
    </button>
  );
}

/** It is one history for the page and the command line, so it is asked for twice. */
function ClearButton({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const isAsking = useSignal(false);
  if (!isAsking.value) {
    return (
      <button
        type="button"
        class="button button-quiet button-small"
        onClick={() => isAsking.value = true}
      >
        Clear history
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button button-danger button-small"
        title="For the command line and programs as well"
        onClick={async () => {
          await workspace.history.clear();
          isAsking.value = false;
        }}
      >
        <Icon name="trash" />
        Forget all of it
      </button>
      <button
        type="button"
        class="button button-quiet button-small"
        onClick={() => isAsking.value = false}
      >
        Keep
      </button>
    </>
  );
}
