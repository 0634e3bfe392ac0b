import { ApiError } from "./_api.ts";
import { type Answer, shiftedProblem } from "./_answer.ts";
import { readAnswer, type Row } from "./_read_answer.ts";

/** More than anybody scrolls through; files hold all of them. */
const SHOWN_ROWS_MAX = 100_000;
/** What a window has room for, where rows are wide. */
const SHOWN_CELLS_MAX = 4_000_000;

export interface StatementAsked {
  readonly experiment: string;
  readonly dialect: string;
  readonly sql: string;
  /** Blanks and line ends as long as the text before it, so that places are those of the text. */
  readonly padding: string;
  /** Values of its parameters, as the API takes them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly kind: Answer["kind"];
  readonly signal: AbortSignal;
  /** Told of every change, at most once a frame. */
  readonly onChange: (answer: Answer) => void;
}

const EXPLAIN = "EXPLAIN ";
let nextId = 1;

/**
 * Runs a statement; rows are shown while more of them come. Aborting it ends the work of the server.
 *
 * @returns How it ended; it never throws.
 */
export async function askStatement(asked: StatementAsked): Promise<Answer> {
  const { sql, dialect, kind, padding, signal, onChange } = asked;
  const enough = new AbortController();
  const startedAtMs = performance.now();
  const rows: Row[] = [];
  let answer: Answer = {
    ...{ id: nextId++, sql, dialect, kind, state: "running", head: null, rows, rowCount: 0 },
    ...{ isTruncated: false, startedAtMs, elapsedMs: 0, problem: null },
  };
  let frame = 0;
  const change = (changed: Partial<Answer>) => {
    answer = { ...answer, ...changed, elapsedMs: performance.now() - startedAtMs };
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      onChange(answer);
    });
  };
  onChange(answer);
  try {
    const pieces = await send(asked, AbortSignal.any([signal, enough.signal]));
    const { isTruncated } = await readAnswer(pieces, {
      onHead: (head) => change({ head }),
      onRows: (more) => {
        for (const row of more) rows.push(row);
        change({ rowCount: rows.length });
        if (rows.length * more[0]!.length > SHOWN_CELLS_MAX) enough.abort();
      },
    });
    change({ state: "complete", isTruncated });
  } catch (error) {
    if (signal.aborted) change({ state: "cancelled" });
    else if (enough.signal.aborted) change({ state: "complete", isTruncated: true });
    else change({ state: "failed", problem: problemOf(error, { kind, padding }) });
  }
  cancelAnimationFrame(frame);
  onChange(answer);
  return answer;
}

async function send(
  { experiment, dialect, sql, padding, kind, parameters }: StatementAsked,
  signal: AbortSignal,
) {
  const response = await fetch("/api/query/execute", {
    ...{ method: "POST", signal, headers: { "content-type": "application/json" } },
    body: JSON.stringify({
      ...{ experiment, dialect, parameters, row_limit: SHOWN_ROWS_MAX },
      sql: `${padding}${kind === "plan" ? EXPLAIN : ""}${sql}`,
    }),
  });
  if (response.ok && response.body !== null) {
    return response.body.pipeThrough(new TextDecoderStream());
  }
  const problem = await response.json().catch(() => null);
  throw new ApiError(
    problem?.detail === undefined
      ? { detail: `The server answered ${response.status}`, hint: "", errors: [] }
      : problem,
  );
}

function problemOf(
  error: unknown,
  { kind, padding }: Pick<StatementAsked, "kind" | "padding">,
): ApiError["problem"] {
  if (error instanceof ApiError) {
    if (kind === "rows") return error.problem;
    return shiftedProblem(error.problem, { from: padding.length, by: EXPLAIN.length });
  }
  return {
    detail: "The answer broke off, or the server does not answer",
    hint: "See whether 'dw-sim serve' is still running, and whether the query takes too long",
    errors: [],
  };
}
