import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "./_answer.ts";
import { askStatement } from "./_ask_statement.ts";
import { linked } from "./_link.ts";
import { splitStatements, type Statement } from "./_split_statements.ts";
import { type History, useHistory } from "./_use_history.ts";
import { type ParameterOptions, type Parameters, useParameters } from "./_use_parameters.ts";
import { type TextOptions, useText, type WrittenText } from "./_use_text.ts";

/** What the workspace holds, and what can be done with it. */
export interface Workspace extends WrittenText {
  readonly experiment: string;
  readonly dialect: Signal<string>;
  /** One a statement, in the order in which they ran. */
  readonly answers: Signal<readonly Answer[]>;
  readonly shownId: Signal<number>;
  readonly isRunning: Signal<boolean>;
  readonly history: History;
  readonly parameters: Parameters;
  /** The statement that a run would begin with, at its place: everything before it is blank. */
  readonly selectedText: () => string;
  readonly setDialect: (dialect: string) => void;
  /** The selection or, where there is none, the statement at the cursor. */
  readonly run: (kind?: Answer["kind"]) => void;
  readonly runAll: () => void;
  /** Writes a statement behind the others where it is not among them yet, and runs it alone. */
  readonly ask: (sql: string) => void;
  readonly cancel: () => void;
}

export interface WorkspaceOptions extends TextOptions, ParameterOptions {
  readonly dialect: string;
}

/** A query that was stopped is written into the history when the engine has heard of it. */
const CANCELLED_AFTER_MS = 600;

/** Runs the text a statement after the other, and marks in it what is wrong. */
export function useWorkspace(options: WorkspaceOptions): Workspace {
  const { experiment } = options;
  const parameters = useParameters(options);
  const dialect = useSignal(options.dialect);
  const written = useText(options, (text) => parameters.look(text, dialect.value));
  const stop = useRef(new AbortController());
  const answers = useSignal<readonly Answer[]>([]);
  const shownId = useSignal(0);
  const isRunning = useSignal(false);
  const history = useHistory(experiment);
  useEffect(() => {
    const link = linked();
    parameters.addValues(link.values);
    if (link.dialect !== null) dialect.value = link.dialect;
    return () => stop.current.abort();
  }, []);

  async function runThese(statements: readonly Statement[], kind: Answer["kind"]): Promise<void> {
    if (isRunning.value || statements.length === 0) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    const asked = written.text();
    // Nobody wants to hear of the last statement's parameters when the others have run.
    const all = statements.map(({ from, to }) => asked.slice(from, to)).join("\n");
    if (!parameters.check(all)) return;
    isRunning.value = true;
    written.mark(null);
    for (const [place, { from, to }] of statements.entries()) {
      const sql = asked.slice(from, to);
      const values = await parameters.valuesFor(sql, dialect.value);
      if (values === null) break;
      if (place === 0) answers.value = [];
      const last = await askStatement({
        ...{ experiment, kind, signal, sql, dialect: dialect.value, parameters: values },
        ...{ padding: blank(asked, from), onChange: show },
      });
      if (last.problem !== null && written.text() === asked) written.mark(last.problem);
      if (last.state !== "complete") break;
    }
    isRunning.value = false;
    setTimeout(history.refresh, signal.aborted ? CANCELLED_AFTER_MS : 0);
  }
  function show(answer: Answer): void {
    const others = answers.value.filter(({ id }) => id !== answer.id);
    if (others.length === answers.value.length) shownId.value = answer.id;
    answers.value = [...others, answer];
  }
  return {
    ...written,
    ...{ experiment, dialect, answers, shownId, isRunning, history, parameters },
    selectedText() {
      const text = written.text();
      const [first] = written.selected(dialect.value);
      return first === undefined ? "" : blank(text, first.from) + text.slice(first.from, first.to);
    },
    setDialect(chosen) {
      dialect.value = chosen;
      parameters.look(written.text(), chosen);
    },
    run: (kind = "rows") => void runThese(written.selected(dialect.value), kind),
    runAll: () => void runThese(splitStatements(written.text(), dialect.value), "rows"),
    ask(sql) {
      const text = withStatement(written.text(), sql);
      if (text !== written.text()) written.setText(text);
      const from = text.indexOf(sql);
      runThese([{ from, to: from + sql.length }], "rows");
    },
    cancel: () => stop.current.abort(),
  };
}

/** A text with a statement behind the others, where it is not among them yet. */
function withStatement(text: string, sql: string): string {
  if (text.includes(sql)) return text;
  const before = text.trimEnd();
  if (before === "") return `${sql};\n`;
  return `${before}${before.endsWith(";") ? "" : "\n;"}\n\n${sql};\n`;
}

/** What stands before a place, without its words: places in what follows stay those of the text. */
function blank(text: string, to: number): string {
  return text.slice(0, to).replace(/[^\n]/g, " ");
}
