import { type Extension, type Range, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker } from "@codemirror/view";
import { hoverTooltip } from "@codemirror/view";

/** Where something is wrong, in UTF-16 units of the text. */
export interface EditorFinding {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

/** Puts findings into the place of those that are shown. */
export const setFindings = StateEffect.define<readonly EditorFinding[]>();

/** They move with the text until others come. */
const SHOWN = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, state }) {
    let next = shown.map(changes);
    for (const effect of effects) {
      if (!effect.is(setFindings)) continue;
      next = Decoration.set(effect.value.map((finding) => underlined(finding, state.doc)), true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What has no extent takes the character beside it; on an empty line it marks the line. */
function underlined(finding: EditorFinding, doc: Text): Range<Decoration> {
  const line = doc.lineAt(finding.from);
  const spec = { class: `cm-lintRange cm-lintRange-${finding.severity}`, finding };
  if (finding.to > finding.from) return Decoration.mark(spec).range(finding.from, finding.to);
  if (line.length === 0) return Decoration.line(spec).range(line.from);
  const from = Math.min(finding.from, line.to - 1);
  return Decoration.mark(spec).range(from, from + 1);
}

/** Findings between two places; those on a line are those that begin on it. */
function findingsBetween(
  shown: DecorationSet,
  { from, to }: { readonly from: number; readonly to: number },
): readonly (EditorFinding & { readonly at: number })[] {
  const findings: (EditorFinding & { readonly at: number })[] = [];
  shown.between(from, to, (at, _end, { spec }) => void findings.push({ ...spec.finding, at }));
  return findings;
}

class Marker extends GutterMarker {
  constructor(readonly severity: EditorFinding["severity"], readonly message: string) {
    super();
  }

  override eq({ severity, message }: Marker): boolean {
    return severity === this.severity && message === this.message;
  }

  override toDOM(): Node {
    const dot = document.createElement("div");
    dot.className = `cm-lint-marker cm-lint-marker-${this.severity}`;
    dot.title = this.message;
    return dot;
  }
}

const GUTTER = gutter({
  class: "cm-gutter-lint",
  lineMarker({ state }, line) {
    const findings = findingsBetween(state.field(SHOWN), line).filter(({ at }) => at >= line.from);
    if (findings.length === 0) return null;
    const worst = (["error", "warning", "info"] as const).find((severity) =>
      findings.some((finding) => finding.severity === severity)
    );
    return new Marker(worst!, findings.map(({ message }) => message).join("\n"));
  },
  lineMarkerChange: ({ startState, state }) => startState.field(SHOWN) !== state.field(SHOWN),
});

const MESSAGES = hoverTooltip(({ state }, offset) => {
  const findings = findingsBetween(state.field(SHOWN), { from: offset, to: offset });
  if (findings.length === 0) return null;
  return { pos: findings[0]!.at, above: true, create: () => ({ dom: messagesOf(findings) }) };
}, { hideOnChange: true });

function messagesOf(findings: readonly EditorFinding[]): HTMLElement {
  const list = document.createElement("div");
  for (const { severity, message } of findings) {
    const item = document.createElement("div");
    item.className = `cm-diagnostic cm-diagnostic-${severity}`;
    item.textContent = message;
    list.append(item);
  }
  return list;
}

const THEME = EditorView.theme({
  ".cm-gutter-lint": { width: "1.2em" },
  ".cm-lint-marker": { width: "8px", height: "8px", margin: "0.55em auto 0", borderRadius: "50%" },
  ".cm-lint-marker-error": { backgroundColor: "var(--bad)" },
  ".cm-lint-marker-warning": { backgroundColor: "var(--warn)" },
  ".cm-lint-marker-info": { backgroundColor: "var(--info)" },
  ".cm-diagnostic": {
    ...{ fontFamily: "var(--font)", padding: "6px 10px", maxWidth: "32rem" },
    ...{ borderLeft: "4px solid", whiteSpace: "pre-wrap" },
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--info)" },
  ".cm-lintRange-error": wavy("--bad"),
  ".cm-lintRange-warning": wavy("--warn"),
  ".cm-lintRange-info": wavy("--info"),
});

function wavy(colour: string): Record<string, string> {
  return { textDecoration: `underline wavy var(${colour})`, textDecorationSkipInk: "none" };
}

/** Underlines findings, marks their lines, and tells their messages to who points at them. */
export const findingMarks: Extension = [SHOWN, GUTTER, MESSAGES, THEME];
