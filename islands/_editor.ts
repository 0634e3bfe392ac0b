import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { EditorState, type Extension, StateEffect } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap } from "@codemirror/view";
import { lineNumbers, placeholder } from "@codemirror/view";
import { findingMarks, setFindings } from "./_findings.ts";
import type { EditorFinding } from "./_findings.ts";

export interface EditorOptions {
  readonly text: string;
  /** What screen readers call it. */
  readonly label: string;
  /** Shown while it is empty. */
  readonly hint?: string;
  /** The language, its completion, keys of one's own; they come before the usual ones. */
  readonly extensions: readonly Extension[];
  readonly onChange: (text: string) => void;
}

/**
 * Puts an editor into an element. It stands in a shadow root: there its rules are adopted style
 * sheets, which the content security policy of pages allows, and `<style>` is not.
 *
 * @param host An empty element; the editor fills it.
 */
export function mountEditor(
  host: HTMLElement,
  { text, label, hint = "", extensions, onChange }: EditorOptions,
): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.replaceChildren();
  return new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        ...extensions,
        ...USUAL,
        placeholder(hint),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
}

/** Underlines what is wrong; places beyond the end move to it. */
export function showFindings(view: EditorView, findings: readonly EditorFinding[]): void {
  const { length } = view.state.doc;
  const shown = findings.map((finding) => {
    const from = Math.min(Math.max(0, finding.from), length);
    return { ...finding, from, to: Math.min(Math.max(from, finding.to), length) };
  });
  view.dispatch({ effects: setFindings.of(shown) });
}

/** Puts the cursor at a place and shows it. */
export function goTo(view: EditorView, offset: number): void {
  const anchor = Math.min(offset, view.state.doc.length);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
  });
  view.focus();
}

/** Colours of the pages; custom properties reach into shadow roots. */
const THEME = EditorView.theme({
  "&": {
    height: "100%",
    minHeight: "0",
    flex: "1",
    color: "var(--ink)",
    backgroundColor: "var(--surface)",
    fontSize: "13px",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--accent)", padding: "12px 0" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  ".cm-line::selection, .cm-line ::selection": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-gutters": {
    color: "var(--ink-soft)",
    backgroundColor: "var(--surface-sunken)",
    border: "none",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 6%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  ".cm-tooltip, .cm-panels": {
    color: "var(--ink)",
    backgroundColor: "var(--surface-raised)",
    border: "1px solid var(--line)",
  },
  ".cm-tooltip": { borderRadius: "6px", boxShadow: "var(--shadow-2)", overflow: "hidden" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail": { opacity: "1" },
  ".cm-completionInfo": { maxWidth: "22rem", padding: "6px 10px", fontFamily: "var(--font)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.75" },
  ".cm-panels input, .cm-panels button": { font: "inherit", color: "inherit" },
});

/** Loaded when it is asked for: editors show a part of the text, so the browser finds only that. */
function find(view: EditorView): boolean {
  import("@codemirror/search").then(({ openSearchPanel, search, searchKeymap }) => {
    const extensions = [search({ top: true }), keymap.of(searchKeymap)];
    if (!found.has(view)) view.dispatch({ effects: StateEffect.appendConfig.of(extensions) });
    found.add(view);
    openSearchPanel(view);
  });
  return true;
}

/** Editors that can find already. */
const found = new WeakSet<EditorView>();

/** Tab is left to the page, so that who uses the keyboard can leave the editor. */
const USUAL: readonly Extension[] = [
  lineNumbers(),
  history(),
  highlightActiveLine(),
  findingMarks,
  EditorView.lineWrapping,
  THEME,
  keymap.of([
    { key: "Mod-f", run: find },
    ...standardKeymap,
    ...historyKeymap,
  ]),
];
