import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type Completion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { json, jsonLanguage, jsonParseLinter } from "@codemirror/lang-json";
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import type { EditorFinding } from "./_editor.ts";
import { type JsonSchema, type JsonStep, propertiesAt, valuesAt } from "./_json_schema.ts";

type Node = ReturnType<typeof syntaxTree>["topNode"];

/** JSON with completion from a schema. */
export function jsonWithSchema(schema: JsonSchema): Extension {
  const autocomplete = (context: CompletionContext) => complete(context, schema);
  return [
    json(),
    jsonLanguage.data.of({ autocomplete }),
    autocompletion({ icons: false }),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}

/** Where the text is no JSON; nothing when it is. */
export function syntaxFindings(view: EditorView): readonly EditorFinding[] {
  if (view.state.doc.length === 0) return [];
  return jsonParseLinter()(view).map(({ from, to, message }) => {
    const reason = message.replace(/ \(line \d+ column \d+\)$/, "");
    return { from, to, severity: "error", message: `This is not JSON: ${reason}` };
  });
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
  let node: Node | null = syntaxTree(state).topNode.firstChild;
  for (const step of path) {
    const next: Node | null = node === null ? null : stepInto(node, step, state);
    if (next === null) break;
    node = next;
  }
  if (node === null) return { from: 0, to: 0 };
  // A whole object is better marked by its beginning than by all of its lines.
  const { to: lineEnd } = state.doc.lineAt(node.from);
  return { from: node.from, to: Math.min(node.to, lineEnd) };
}

function stepInto(node: Node, step: JsonStep, state: EditorState): Node | null {
  if (typeof step === "number") return valuesOf(node)[step] ?? null;
  for (const property of node.getChildren("Property")) {
    if (nameOf(property, state) === step) return property.lastChild;
  }
  return null;
}

function valuesOf(array: Node): Node[] {
  const values: Node[] = [];
  for (let child = array.firstChild; child !== null; child = child.nextSibling) {
    if (!/^[[\],⚠]$/.test(child.name)) values.push(child);
  }
  return values;
}

function nameOf(property: Node, state: EditorState): string | null {
  const name = property.getChild("PropertyName");
  if (name === null) return null;
  try {
    return JSON.parse(state.sliceDoc(name.from, name.to));
  } catch {
    // Still being written.
    return state.sliceDoc(name.from + 1, name.to);
  }
}

function complete(context: CompletionContext, schema: JsonSchema): CompletionResult | null {
  const { state, pos } = context;
  const node = syntaxTree(state).resolveInner(pos, -1);
  const word = context.matchBefore(/"?[\w.]*/);
  const from = word?.from ?? pos;
  const property = node.name === "Property"
    ? node
    : node.parent?.name === "Property"
    ? node.parent
    : null;
  const isValue = property !== null && node.name !== "PropertyName" &&
    /:\s*"?[\w.]*$/.test(state.sliceDoc(property.from, pos));
  if (isValue) {
    const options = valuesAt(schema, pathTo(property, state)).map((label): Completion => ({
      label,
    }));
    return options.length === 0 ? null : { from, options, validFor: /^"?[\w.]*$/ };
  }
  const object = enclosing(node, "Object");
  if (object === null || !(context.explicit || word?.text !== "")) return null;
  const known = new Set(object.getChildren("Property").map((each) => nameOf(each, state)));
  const hasName = node.name === "PropertyName";
  const options = propertiesAt(schema, pathTo(object, state))
    .filter(({ name }) => hasName || !known.has(name))
    .map(({ name, description, isRequired, opening }): Completion => ({
      label: JSON.stringify(name),
      apply: node.parent?.getChild(":")
        ? JSON.stringify(name)
        : `${JSON.stringify(name)}: ${opening}`,
      ...description !== "" && { info: description },
      ...isRequired && { detail: "required", boost: 1 },
    }));
  return { from, options, validFor: /^"?\w*$/ };
}

function enclosing(node: Node, name: string): Node | null {
  for (let each: Node | null = node; each !== null; each = each.parent) {
    if (each.name === name) return each;
  }
  return null;
}

/** The way from the document to a node. */
function pathTo(node: Node, state: EditorState): readonly JsonStep[] {
  const steps: JsonStep[] = [];
  for (let each: Node | null = node; each !== null; each = each.parent) {
    if (each.name === "Property") steps.unshift(nameOf(each, state) ?? "");
    else if (each.parent?.name === "Array") {
      steps.unshift(valuesOf(each.parent).findIndex(({ from }) => from === each.from));
    }
  }
  return steps;
}
