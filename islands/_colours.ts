import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from "@codemirror/view";
import type { ViewUpdate } from "@codemirror/view";

/** What a piece of text is, as far as its colour goes. */
export type Colour = "keyword" | "type" | "string" | "number" | "property" | "comment";

/** Takes pieces from left to right, in UTF-16 units of the line. */
export type Paint = (from: number, to: number, colour: Colour) => void;

/**
 * Reads one line.
 *
 * @param line Without its end.
 * @param inside What it begins inside of, as the line before ended; empty for nothing.
 * @returns What the next line begins inside of.
 */
export type ReadLine = (line: string, inside: string, paint: Paint) => string;

/** Colours what can be seen; lines above are read once, for what they leave open. */
export function colours(readLine: ReadLine): Extension {
  const plugin = ViewPlugin.define((view) => new Painter(view, readLine), {
    decorations: ({ painted }) => painted,
  });
  return [plugin, COLOURS];
}

const COLOURS = EditorView.theme({
  ".cm-keyword": { color: "var(--accent-strong)", fontWeight: "600" },
  ".cm-string": { color: "var(--good)" },
  ".cm-number": { color: "var(--warn)" },
  ".cm-type, .cm-property": { color: "var(--info)" },
  ".cm-comment": { color: "var(--ink-soft)", fontStyle: "italic" },
});

const marks: Readonly<Record<Colour, Decoration>> = {
  keyword: Decoration.mark({ class: "cm-keyword" }),
  type: Decoration.mark({ class: "cm-type" }),
  string: Decoration.mark({ class: "cm-string" }),
  number: Decoration.mark({ class: "cm-number" }),
  property: Decoration.mark({ class: "cm-property" }),
  comment: Decoration.mark({ class: "cm-comment" }),
};

class Painter {
  painted: DecorationSet;
  readonly #readLine: ReadLine;
  /** What lines begin inside of, for as many from the first one as were read. */
  readonly #insides: string[] = [""];

  constructor(view: EditorView, readLine: ReadLine) {
    this.#readLine = readLine;
    this.painted = this.#paint(view);
  }

  update({ docChanged, viewportChanged, changes, view }: ViewUpdate): void {
    if (!docChanged && !viewportChanged) return;
    let first = view.state.doc.length;
    changes.iterChangedRanges((_fromBefore, _toBefore, from) => first = Math.min(first, from));
    if (docChanged) {
      const { number } = view.state.doc.lineAt(first);
      this.#insides.length = Math.min(this.#insides.length, number);
    }
    this.painted = this.#paint(view);
  }

  #paint({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    let next = 1;
    for (const { from, to } of visibleRanges) {
      const last = doc.lineAt(to).number;
      for (next = Math.max(next, doc.lineAt(from).number); next <= last; next++) {
        const line = doc.line(next);
        this.#insides[next] = this.#readLine(line.text, this.#insideOf(doc, next), (...piece) => {
          const [start, end, colour] = piece;
          builder.add(line.from + start, line.from + end, marks[colour]);
        });
      }
    }
    return builder.finish();
  }

  #insideOf(doc: EditorView["state"]["doc"], number: number): string {
    while (this.#insides.length < number) {
      const read = this.#insides.length;
      this.#insides.push(this.#readLine(doc.line(read).text, this.#insides[read - 1]!, () => {}));
    }
    return this.#insides[number - 1]!;
  }
}
