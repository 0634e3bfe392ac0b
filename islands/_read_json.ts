/** A value in a text that may still be written. */
export interface JsonNode {
  readonly kind: "object" | "array" | "other";
  readonly from: number;
  /** Behind its last character; the end of the text where it is not closed. */
  to: number;
  isClosed: boolean;
  /** Of objects, as they come. */
  readonly members: JsonMember[];
  /** Of arrays, as they come. */
  readonly items: JsonNode[];
}

/** A property of an object; the name stands first. */
export interface JsonMember {
  readonly name: string;
  readonly from: number;
  readonly nameTo: number;
  /** Where its colon stands; null until it is written. */
  colon: number | null;
  value: JsonNode | null;
}

const PIECE = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Open {
  readonly node: JsonNode;
  /** The property that is being read; null behind a comma. */
  member: JsonMember | null;
}

/**
 * Reads JSON as far as it goes: what is missing is taken to come, what is too much is passed over.
 *
 * @returns The value; null where the text has none.
 */
export function readJson(text: string): JsonNode | null {
  const stack: Open[] = [];
  let root: JsonNode | null = null;
  // A stack of ours, as nothing bounds how deep a pasted text nests.
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const open = stack.at(-1);
    if (piece === "}" || piece === "]") close(stack, piece, index + 1);
    else if (piece === ",") {
      if (open !== undefined) open.member = null;
    } else if (piece === ":") {
      if (open !== undefined && open.member !== null) open.member.colon ??= index;
    } else if (isName(open, piece)) {
      const [from, nameTo] = [index, index + piece.length];
      open.member = { name: unquoted(piece), from, nameTo, colon: null, value: null };
      open.node.members.push(open.member);
    } else {
      const node = nodeOf(piece, index, text.length);
      if (open === undefined) root ??= node;
      else attach(open, node);
      if (node.kind !== "other") stack.push({ node, member: null });
    }
  }
  return root;
}

function isName(open: Open | undefined, piece: string): open is Open {
  return open?.node.kind === "object" && open.member === null && !/^[{[]$/.test(piece);
}

function attach({ node, member }: Open, value: JsonNode): void {
  if (node.kind === "array") node.items.push(value);
  else if (member !== null && member.colon !== null) member.value ??= value;
}

function nodeOf(piece: string, from: number, end: number): JsonNode {
  const kind = piece === "{" ? "object" : piece === "[" ? "array" : "other";
  const isOther = kind === "other";
  const to = isOther ? from + piece.length : end;
  return { kind, from, to, isClosed: isOther, members: [], items: [] };
}

/** The innermost that the bracket fits; what is open in it ends there as well. */
function close(stack: Open[], bracket: "}" | "]", to: number): void {
  const kind = bracket === "}" ? "object" : "array";
  const at = stack.findLastIndex(({ node }) => node.kind === kind);
  if (at < 0) return;
  for (const { node } of stack.splice(at)) [node.to, node.isClosed] = [to, true];
}

function unquoted(piece: string): string {
  try {
    return String(JSON.parse(piece));
  } catch {
    // Still being written.
    return piece.replace(/^"/, "");
  }
}
