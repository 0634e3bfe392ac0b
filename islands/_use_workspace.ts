import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "./_answer.ts";
import { askStatement } from "./_ask_statement.ts";
import { addToHistory, type PastQuery, readHistory } from "./_kept.ts";
import { splitStatements, type Statement } from "./_split_statements.ts";
import { type TextOptions, useText, type WrittenText } from "./_use_text.ts";

/** What the workspace holds, and what can be done with it. */
export interface Workspace extends WrittenText {
  readonly experiment: string;
  readonly dialect: Signal<string>;
  /** One a statement, in the order in which they ran. */
  readonly answers: Signal<readonly Answer[]>;
  readonly shownId: Signal<number>;
  readonly isRunning: Signal<boolean>;
  readonly history: Signal<readonly PastQuery[]>;
  /** The statement that a run would begin with, at its place: everything before it is blank. */
  readonly selectedText: () => string;
  readonly setDialect: (dialect: string) => void;
  /** The selection or, where there is none, the statement at the cursor. */
  readonly run: (kind?: Answer["kind"]) => void;
  readonly runAll: () => void;
  readonly cancel: () => void;
}

export interface WorkspaceOptions extends TextOptions {
  readonly dialect: string;
}

/** Runs the text a statement after the other, and marks in it what is wrong. */
export function useWorkspace(options: WorkspaceOptions): Workspace {
  const { experiment } = options;
  const written = useText(options);
  const stop = useRef(new AbortController());
  const dialect = useSignal(options.dialect);
  const answers = useSignal<readonly Answer[]>([]);
  const shownId = useSignal(0);
  const isRunning = useSignal(false);
  const history = useSignal<readonly PastQuery[]>([]);
  useEffect(() => {
    history.value = readHistory(experiment);
    return () => stop.current.abort();
  }, []);

  async function runThese(statements: readonly Statement[], kind: Answer["kind"]): Promise<void> {
    if (isRunning.value || statements.length === 0) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    [isRunning.value, answers.value] = [true, []];
    written.mark(null);
    const asked = written.text();
    for (const { from, to } of statements) {
      const last = await askStatement({
        ...{ experiment, kind, signal, sql: asked.slice(from, to), dialect: dialect.value },
        ...{ padding: blank(asked, from), onChange: show },
      });
      history.value = addToHistory(experiment, pastOf(last));
      if (last.problem !== null && written.text() === asked) written.mark(last.problem);
      if (last.state !== "complete") break;
    }
    isRunning.value = false;
  }
  function show(answer: Answer): void {
    const others = answers.value.filter(({ id }) => id !== answer.id);
    if (others.length === answers.value.length) shownId.value = answer.id;
    answers.value = [...others, answer];
  }
  return {
    ...written,
    ...{ experiment, dialect, answers, shownId, isRunning, history },
    selectedText() {
      const text = written.text();
      const [first] = written.selected(dialect.value);
      return first === undefined ? "" : blank(text, first.from) + text.slice(first.from, first.to);
    },
    setDialect: (chosen) => dialect.value = chosen,
    run: (kind = "rows") => void runThese(written.selected(dialect.value), kind),
    runAll: () => void runThese(splitStatements(written.text(), dialect.value), "rows"),
    cancel: () => stop.current.abort(),
  };
}

/** What stands before a place, without its words: places in what follows stay those of the text. */
function blank(text: string, to: number): string {
  return text.slice(0, to).replace(/[^\n]/g, " ");
}

function pastOf({ sql, dialect, elapsedMs, rowCount, problem, state }: Answer): PastQuery {
  const error = state === "cancelled" ? "Cancelled" : problem?.detail ?? null;
  return { sql, dialect, elapsedMs, rowCount, error, at: new Date().toISOString() };
}
