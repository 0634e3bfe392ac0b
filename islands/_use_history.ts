import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ApiError, askApi } from "./_api.ts";

/** A question of the history, as the API sends it. */
export interface PastQuery {
  readonly id: number;
  /** ISO 8601. */
  readonly asked_at: string;
  readonly dialect: string;
  readonly sql: string;
  /** Whether `sql` is only the beginning. */
  readonly cut: boolean;
  readonly elapsed_ms: number;
  readonly row_count: number | null;
  readonly error_message: string | null;
}

/** What an experiment was asked, by whomever: the page, the command line, programs. */
export interface History {
  readonly entries: Signal<readonly PastQuery[]>;
  readonly hasMore: Signal<boolean>;
  /** Why it cannot be shown; empty where it can. */
  readonly fault: Signal<string>;
  /** Takes in what was asked since. */
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

const PAGE_SIZE = 50;

interface HistoryPage {
  readonly history: readonly PastQuery[];
  readonly next_cursor: string | null;
}

export function useHistory(experiment: string): History {
  const entries = useSignal<readonly PastQuery[]>([]);
  const cursor = useSignal<string | null>(null);
  const hasMore = useSignal(false);
  const fault = useSignal("");
  const path = `/api/query/history?${new URLSearchParams({ experiment })}`;
  async function load(from: string | null): Promise<void> {
    await attempt(async () => {
      const place = from === null ? "" : `&cursor=${encodeURIComponent(from)}`;
      const page = await askApi<HistoryPage>(`${path}&limit=${PAGE_SIZE}${place}`);
      entries.value = from === null ? page.history : [...entries.value, ...page.history];
      [cursor.value, hasMore.value] = [page.next_cursor, page.next_cursor !== null];
    });
  }
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      fault.value = "";
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fault.value = error.problem.detail;
    }
  }
  const refresh = () => load(null);
  useEffect(() => void refresh(), []);
  return {
    ...{ entries, hasMore, fault, refresh },
    more: () => load(cursor.value),
    clear: () =>
      attempt(async () => {
        await askApi(path, { method: "DELETE" });
        await refresh();
      }),
  };
}
