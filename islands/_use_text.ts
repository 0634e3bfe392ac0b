import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { EditorView } from "@codemirror/view";
import type { FindingJson } from "../components/finding_list.tsx";
import type { ShownProblem } from "../components/problem_banner.tsx";
import { sentences } from "../components/sentences.ts";
import { keepText, keptText } from "./_kept.ts";
import { linked } from "./_link.ts";
import { splitStatements, type Statement, statementAt } from "./_split_statements.ts";

/** A text in an editor, which may not be there yet. */
export interface WrittenText {
  /** True once the browser has taken over. */
  readonly isAlive: Signal<boolean>;
  readonly text: () => string;
  readonly setText: (text: string) => void;
  /** Writes at the cursor. */
  readonly insert: (text: string) => void;
  readonly setEditor: (view: EditorView) => void;
  /** Told of what was typed. */
  readonly onText: (text: string) => void;
  /** The statements of the selection or, where there is none, the one at the cursor. */
  readonly selected: (dialect: string) => readonly Statement[];
  /** Underlines what was refused, where it stands; null takes the marks away. */
  readonly mark: (problem: ShownProblem | null) => void;
  /** Puts the cursor where something was found. */
  readonly goTo: (finding: FindingJson) => void;
}

export interface TextOptions {
  readonly experiment: string;
  readonly text: string;
  /** False where nobody asked for this very text, so that what was kept comes before it. */
  readonly isGiven: boolean;
  /** What the server said of the text. */
  readonly problem: ShownProblem | null;
}

/**
 * Keeps the text of an experiment's workspace over reloads of the window.
 *
 * @param onWritten Told of every change.
 */
export function useText(options: TextOptions, onWritten: (text: string) => void): WrittenText {
  const view = useRef<EditorView | null>(null);
  const text = useRef(options.text);
  const isAlive = useSignal(false);
  useEffect(() => {
    isAlive.value = true;
    text.current = firstText(options) ?? text.current;
  }, []);
  function onText(changed: string): void {
    text.current = changed;
    keepText(options.experiment, changed);
    onWritten(changed);
  }
  function setText(replacement: string): void {
    if (view.current === null) return onText(replacement);
    replaceAll(view.current, replacement);
    view.current.focus();
  }
  function selected(dialect: string): readonly Statement[] {
    const { from, to } = view.current?.state.selection.main ?? { from: 0, to: 0 };
    if (from === to) {
      const found = statementAt(splitStatements(text.current, dialect), from);
      return found === null ? [] : [found];
    }
    return splitStatements(text.current.slice(from, to), dialect)
      .map((part) => ({ from: from + part.from, to: from + part.to }));
  }
  return {
    ...{ isAlive, onText, setText, selected },
    text: () => text.current,
    insert(piece) {
      view.current?.dispatch(view.current.state.replaceSelection(piece));
      view.current?.focus();
    },
    setEditor(editor) {
      view.current = editor;
      if (editor.state.doc.toString() !== text.current) replaceAll(editor, text.current);
      if (options.problem !== null) mark(editor, options.problem);
    },
    mark: (problem) => void mark(view.current, problem),
    goTo: (finding) => void goToPlace(view.current, finding),
  };
}

/** What stands in the address comes first, then what the server was given, then what was kept. */
function firstText({ experiment, isGiven }: TextOptions): string | null {
  return linked().text ?? (isGiven ? null : keptText(experiment));
}

function replaceAll(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

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
