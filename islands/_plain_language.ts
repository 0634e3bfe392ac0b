import { countColumn, type EditorState, Facet } from "@codemirror/state";

/**
 * Stands in the browser's files in the place of `@codemirror/language` and `@lezer/common`: our
 * editors colour lines by tokenizers of ours and need no syntax trees, and trees would be a sixth of
 * what the editor weighs. It offers what the commands and the completion of CodeMirror ask for.
 */
const INDENT_UNIT_COLUMNS = 2;

const NO_NODE = {
  ...{ from: 0, to: 0, name: "", parent: null, firstChild: null },
  childBefore: () => null,
  childAfter: () => null,
};

const NO_TREE = { resolveInner: () => NO_NODE, resolveStack: () => null };

export const NodeProp = { openedBy: null, closedBy: null };

export const indentUnit = Facet.define<string, string>({
  combine: (units) => units[0] ?? " ".repeat(INDENT_UNIT_COLUMNS),
});

export function syntaxTree(): typeof NO_TREE {
  return NO_TREE;
}

export function matchBrackets(): null {
  return null;
}

export function getIndentUnit(state: EditorState): number {
  return state.facet(indentUnit).length;
}

export function indentString(_state: EditorState, columnCount: number): string {
  return " ".repeat(columnCount);
}

export class IndentContext {
  constructor(readonly state: EditorState) {}

  /** How far in the line at a place begins, in columns. */
  lineIndent(offset: number): number {
    const [blanks = ""] = /^\s*/.exec(this.state.doc.lineAt(offset).text) ?? [];
    return countColumn(blanks, this.state.tabSize);
  }
}

/** As far in as the line before, and once more behind an open bracket; in columns. */
export function getIndentation(context: IndentContext, offset: number): number {
  const { state } = context;
  const isOpen = /[[({]\s*$/.test(state.sliceDoc(state.doc.lineAt(offset).from, offset));
  return context.lineIndent(offset) + (isOpen ? getIndentUnit(state) : 0);
}
