import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { EditorView } from "@codemirror/view";
import type { FindingJson } from "../components/finding_list.tsx";
import { sentences } from "../components/sentences.ts";
import type { ShownProblem } from "../components/problem_banner.tsx";
import type { Answer } from "./_answer.ts";
import { askStatement } from "./_ask_statement.ts";
import { addToHistory, keepText, keptText, type PastQuery, readHistory } from "./_kept.ts";
import { splitStatements, type Statement, statementAt } from "./_split_statements.ts";

/** What the workspace holds, and what can be done with it. */
export interface Workspace {
  readonly experiment: string;
  readonly isAlive: Signal<boolean>;
  readonly dialect: Signal<string>;
  /** One a statement, in the order in which they ran. */
  readonly answers: Signal<readonly Answer[]>;
  readonly shownId: Signal<number>;
  readonly isRunning: Signal<boolean>;
  readonly history: Signal<readonly PastQuery[]>;
  readonly text: () => string;
  /** The statement that a run would begin with, at its place: everything before it is blank. */
  readonly selectedText: () => string;
  readonly setText: (text: string) => void;
  readonly insert: (text: string) => void;
  readonly setEditor: (view: EditorView) => void;
  readonly onText: (text: string) => void;
  readonly setDialect: (dialect: string) => void;
  /** The selection or, where there is none, the statement at the cursor. */
  readonly run: (kind?: Answer["kind"]) => void;
  readonly runAll: () => void;
  readonly cancel: () => void;
  /** Puts the cursor where something was found. */
  readonly goTo: (finding: FindingJson) => void;
}

export interface WorkspaceOptions {
  readonly experiment: string;
  readonly dialect: string;
  readonly text: string;
  /** False where nobody asked for this very text, so that what was kept comes before it. */
  readonly isGiven: boolean;
  /** What the server said of the text. */
  readonly problem: ShownProblem | null;
}

/** Keeps the text, runs it a statement after the other, and marks in it what is wrong. */
export function useWorkspace(options: WorkspaceOptions): Workspace {
  const { experiment } = options;
  const view = useRef<EditorView | null>(null);
  const text = useRef(options.text);
  const stop = useRef(new AbortController());
  const isAlive = useSignal(false);
  const dialect = useSignal(options.dialect);
  const answers = useSignal<readonly Answer[]>([]);
  const shownId = useSignal(0);
  const isRunning = useSignal(false);
  const history = useSignal<readonly PastQuery[]>([]);
  useEffect(() => {
    isAlive.value = true;
    history.value = readHistory(experiment);
    text.current = firstText(options) ?? text.current;
    return () => stop.current.abort();
  }, []);

  function onText(changed: string): void {
    text.current = changed;
    keepText(experiment, changed);
  }
  function setText(replacement: string): void {
    const { current } = view;
    if (current === null) return onText(replacement);
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: replacement } });
    current.focus();
  }
  async function runThese(statements: readonly Statement[], kind: Answer["kind"]): Promise<void> {
    if (isRunning.value || statements.length === 0) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    [isRunning.value, answers.value] = [true, []];
    mark(view.current, null);
    const asked = text.current;
    for (const { from, to } of statements) {
      const last = await askStatement({
        ...{ experiment, kind, signal, sql: part(asked, { from, to }), dialect: dialect.value },
        padding: blank(asked, from),
        onChange: (answer) => show(answer),
      });
      history.value = addToHistory(experiment, pastOf(last));
      if (last.problem !== null && text.current === asked) mark(view.current, last.problem);
      if (last.state !== "complete") break;
    }
    isRunning.value = false;
  }
  function show(answer: Answer): void {
    const others = answers.value.filter(({ id }) => id !== answer.id);
    if (others.length === answers.value.length) shownId.value = answer.id;
    answers.value = [...others, answer];
  }
  function selected(): readonly Statement[] {
    const all = splitStatements(text.current, dialect.value);
    const { from, to } = view.current?.state.selection.main ?? { from: 0, to: 0 };
    if (from === to) {
      const found = statementAt(all, from);
      return found === null ? [] : [found];
    }
    return splitStatements(text.current.slice(from, to), dialect.value)
      .map((part) => ({ from: from + part.from, to: from + part.to }));
  }
  return {
    ...{ experiment, isAlive, dialect, answers, shownId, isRunning, history },
    ...{ onText, setText },
    text: () => text.current,
    selectedText() {
      const [first] = selected();
      return first === undefined ? "" : blank(text.current, first.from) + part(text.current, first);
    },
    insert(piece) {
      view.current?.dispatch(view.current.state.replaceSelection(piece));
      view.current?.focus();
    },
    setEditor(editor) {
      view.current = editor;
      if (editor.state.doc.toString() !== text.current) setText(text.current);
      if (options.problem !== null) mark(editor, options.problem);
    },
    setDialect: (chosen) => dialect.value = chosen,
    run: (kind = "rows") => void runThese(selected(), kind),
    runAll: () => void runThese(splitStatements(text.current, dialect.value), "rows"),
    cancel: () => stop.current.abort(),
    goTo: (finding) => goToPlace(view.current, finding),
  };
}

function part(text: string, { from, to }: Statement): string {
  return text.slice(from, to);
}

/** What stands before a place, without its words: places in what follows stay those of the text. */
function blank(text: string, to: number): string {
  return text.slice(0, to).replace(/[^\n]/g, " ");
}

/** What stands in the address comes first, then what the server was given, then what was kept. */
function firstText({ experiment, isGiven }: WorkspaceOptions): string | null {
  const linked = new URLSearchParams(location.hash.slice(1)).get("q");
  return linked ?? (isGiven ? null : keptText(experiment));
}

function pastOf({ sql, dialect, elapsedMs, rowCount, problem, state }: Answer): PastQuery {
  const error = state === "cancelled" ? "Cancelled" : problem?.detail ?? null;
  return { sql, dialect, elapsedMs, rowCount, error, at: new Date().toISOString() };
}

/** Underlines what was refused, where it stands; null takes the marks away. */
async function mark(view: EditorView | null, problem: ShownProblem | null): Promise<void> {
  if (view === null) return;
  const { showFindings } = await import("./_editor.ts");
  const placed = (problem?.errors ?? []).flatMap(({ severity, message, hint, span }) =>
    span === undefined ? [] : [{
      ...{ severity, from: span.offset, to: span.offset + span.length },
      message: sentences(message, hint),
    }]
  );
  showFindings(view, placed);
}

async function goToPlace(view: EditorView | null, { span }: FindingJson): Promise<void> {
  if (view === null || span === undefined) return;
  const { goTo } = await import("./_editor.ts");
  goTo(view, span.offset);
}
