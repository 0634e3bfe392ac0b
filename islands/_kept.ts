/** What the browser keeps for the workspace of an experiment. */

/** One statement that was run. */
export interface PastQuery {
  readonly sql: string;
  readonly dialect: string;
  /** ISO 8601. */
  readonly at: string;
  readonly elapsedMs: number;
  readonly rowCount: number;
  /** Why it was refused; null where it was not. */
  readonly error: string | null;
}

const HISTORY_MAX = 60;
/** Longer texts are kept as scripts, not in passing: the browser keeps 5 MB for all pages. */
const PAST_LENGTH_MAX = 20_000;

/** The text of an experiment's workspace as it was left; null where there is none. */
export function keptText(experiment: string): string | null {
  return read(textKey(experiment));
}

export function keepText(experiment: string, text: string): void {
  write(textKey(experiment), text);
}

/** The last statements, newest first. */
export function readHistory(experiment: string): readonly PastQuery[] {
  try {
    const found: unknown = JSON.parse(read(historyKey(experiment)) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** Adds a statement; the same one again takes the place of the last. */
export function addToHistory(experiment: string, past: PastQuery): readonly PastQuery[] {
  const [last, ...older] = readHistory(experiment);
  const before = last === undefined ? [] : last.sql === past.sql ? older : [last, ...older];
  const history = past.sql.length > PAST_LENGTH_MAX
    ? readHistory(experiment)
    : [past, ...before].slice(0, HISTORY_MAX);
  write(historyKey(experiment), JSON.stringify(history));
  return history;
}

export function clearHistory(experiment: string): readonly PastQuery[] {
  write(historyKey(experiment), "[]");
  return [];
}

function textKey(experiment: string): string {
  return `dw-sim sql text ${experiment}`;
}

function historyKey(experiment: string): string {
  return `dw-sim sql history ${experiment}`;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What cannot be kept, because there is no room or it is forbidden, is not: nothing else fails. */
function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch { /* see above */ }
}
