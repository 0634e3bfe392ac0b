import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type Completion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { EditorState, type Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import { colours, type ReadLine } from "./_colours.ts";
import type { EditorFinding } from "./_findings.ts";
import { type JsonSchema, type JsonStep, propertiesAt, valuesAt } from "./_json_schema.ts";
import { type JsonMember, type JsonNode, readJson } from "./_read_json.ts";

/** JSON with completion from a schema. */
export function jsonWithSchema(schema: JsonSchema): Extension {
  const brackets = { closeBrackets: { brackets: ["[", "{", '"'] } };
  return [
    colours(readJsonLine),
    EditorState.languageData.of(() => [brackets]),
    autocompletion({ icons: false, override: [(context) => complete(context, schema)] }),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}

const PIECE = /(?<string>"(?:[^"\\]|\\.)*"?)(?<colon>\s*:)?|(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

const readJsonLine: ReadLine = (line, _inside, paint) => {
  for (const piece of line.matchAll(PIECE)) {
    const { string, colon } = piece.groups!;
    const to = piece.index + (string ?? piece[0]).length;
    const colour = string === undefined ? "number" : colon === undefined ? "string" : "property";
    paint(piece.index, to, colour);
  }
  return "";
};

/** Where the text is no JSON; nothing when it is. */
export function syntaxFindings(view: EditorView): readonly EditorFinding[] {
  const text = view.state.doc.toString();
  if (text === "") return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const from = Math.min(placeOfError(error.message, view.state), text.length);
    const reason = error.message.replace(/ \(line \d+ column \d+\)$/, "");
    return [{ from, to: from, severity: "error", message: `This is not JSON: ${reason}` }];
  }
}

/** Engines tell it in words of their own. */
function placeOfError(message: string, { doc }: EditorState): number {
  const [, offset] = /at position (\d+)/.exec(message) ?? [];
  if (offset !== undefined) return Number(offset);
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) {
    return doc.line(Math.min(Number(line), doc.lines)).from + Number(column) - 1;
  }
  return /end of JSON input|Unexpected EOF/i.test(message) ? doc.length : 0;
}

/** The same text is asked about for every finding. */
const roots = new WeakMap<EditorState["doc"], { readonly root: JsonNode | null }>();

function rootOf({ doc }: EditorState): JsonNode | null {
  const known = roots.get(doc) ?? { root: readJson(doc.toString()) };
  roots.set(doc, known);
  return known.root;
}

/**
 * Where a value stands in a text.
 *
 * @param path The way to it; as much of it as exists is followed.
 */
export function placeOf(
  state: EditorState,
  path: readonly JsonStep[],
): { readonly from: number; readonly to: number } {
  let node = rootOf(state);
  for (const step of path) {
    const next: JsonNode | null | undefined = typeof step === "number"
      ? node?.items[step]
      : node?.members.find(({ name }) => name === step)?.value;
    if (next === null || next === undefined) break;
    node = next;
  }
  if (node === null) return { from: 0, to: 0 };
  // A whole object is better marked by its beginning than by all of its lines.
  const { to: lineEnd } = state.doc.lineAt(node.from);
  return { from: node.from, to: Math.min(node.to, lineEnd) };
}

/** Where somebody writes. */
interface Place {
  /** The innermost object or array. */
  readonly node: JsonNode;
  readonly path: readonly JsonStep[];
  /** The property at the cursor, or before it; null in arrays and before the first one. */
  readonly member: JsonMember | null;
}

function placeAt(root: JsonNode | null, offset: number): Place | null {
  let place: Place | null = null;
  let [node, path]: [JsonNode | null, readonly JsonStep[]] = [root, []];
  while (node !== null && node.kind !== "other" && holds(node, offset)) {
    const member: JsonMember | null = node.members.findLast(({ from }) => from < offset) ?? null;
    place = { node, path, member };
    const item: number = node.items.findLastIndex(({ from }) => from < offset);
    path = [...path, member?.name ?? item];
    node = member === null ? node.items[item] ?? null : member.value;
  }
  return place;
}

function holds({ from, to, isClosed }: JsonNode, offset: number): boolean {
  return from < offset && (offset < to || !isClosed);
}

function complete(context: CompletionContext, schema: JsonSchema): CompletionResult | null {
  const { state, pos } = context;
  const place = placeAt(rootOf(state), pos);
  if (place === null || place.node.kind !== "object") return null;
  const { node, path, member } = place;
  const word = context.matchBefore(/"?[\w.]*/);
  const from = word?.from ?? pos;
  // The quote that was closed with the opening one is part of what is written.
  const isQuoted = word?.text.startsWith('"') && state.sliceDoc(pos, pos + 1) === '"';
  const found = { from, to: isQuoted ? pos + 1 : pos, validFor: /^"?[\w.]*"?$/ };
  if (
    member !== null && member.colon !== null &&
    /^:\s*"?[\w.]*$/.test(state.sliceDoc(member.colon, pos))
  ) {
    const values = valuesAt(schema, [...path, member.name]);
    const options = values.map((label): Completion => ({ label }));
    return options.length === 0 ? null : { ...found, options };
  }
  if (!context.explicit && word?.text === "") return null;
  const written = member !== null && pos <= member.nameTo ? member : null;
  const hasColon = written !== null && written.colon !== null;
  const known = new Set(node.members.filter((each) => each !== written).map(({ name }) => name));
  const options = propertiesAt(schema, path)
    .filter(({ name }) => !known.has(name))
    .map(({ name, description, isRequired, opening }): Completion => ({
      label: JSON.stringify(name),
      apply: hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${opening}`,
      ...description !== "" && { info: description },
      ...isRequired && { detail: "required", boost: 1 },
    }));
  return { ...found, options };
}
