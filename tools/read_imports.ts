import { readTokens, type Token } from "./read_tokens.ts";

/** One place where a file reaches for another module. */
export interface ImportEdge {
  /** As written, `../errors/mod.ts`; null when it is computed and cannot be known. */
  readonly specifier: string | null;
  readonly line: number;
  /**
   * - `value`: loads the module when the file loads.
   * - `type`: erased before anything runs.
   * - `dynamic`: `import("…")`, loaded when reached.
   * - `url`: `new URL("…", import.meta.url)` or `import.meta.resolve("…")`, as workers start.
   */
  readonly kind: "value" | "type" | "dynamic" | "url";
}

/**
 * Finds everything a file imports.
 *
 * @param source The text of a `.ts` or `.tsx` file.
 * @returns The imports, in the order they stand.
 */
export function readImports(source: string): readonly ImportEdge[] {
  const tokens = readTokens(source);
  const edges = tokens.map((token, at) => edgeAt(tokens, token, at));
  return edges.filter((edge) => edge !== null);
}

function edgeAt(tokens: readonly Token[], token: Token, at: number): ImportEdge | null {
  if (token.kind !== "word" || isMark(tokens[at - 1], ".")) return null;
  if (token.text === "import") return importEdge(tokens, at);
  if (token.text === "export") return exportEdge(tokens, at);
  if (token.text === "new") return urlEdge(tokens, at);
  return null;
}

function importEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  const { line } = tokens[at]!;
  const next = tokens[at + 1];
  if (isMark(next, "(")) return dynamicEdge(tokens, at);
  if (isMark(next, ".")) return resolveEdge(tokens, at);
  if (next?.kind === "string") return { specifier: next.text, line, kind: "value" };
  return fromEdge(tokens, at);
}

function dynamicEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  // A method may be called `import`: its parameter is a name with a type, or there is none.
  if (isMark(tokens[at + 2], ")") || isMark(tokens[at + 3], ":")) return null;
  const isType = isWord(tokens[at - 1], "typeof") || isTypePosition(tokens, at);
  const kind = isType ? "type" : "dynamic";
  return { specifier: literalAt(tokens, at + 2, [")", ","]), line: tokens[at]!.line, kind };
}

/** `import("x").Name` with no call behind it only stands in types. */
function isTypePosition(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at - 1], ":", "<", "|", "&")) return false;
  return isMark(tokens[at + 4], ".") && !isMark(tokens[at + 6], "(");
}

function resolveEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  const isResolve = isWord(tokens[at + 2], "meta") && isWord(tokens[at + 4], "resolve");
  if (!isResolve || !isMark(tokens[at + 5], "(")) return null;
  return { specifier: literalAt(tokens, at + 6, [")"]), line: tokens[at]!.line, kind: "url" };
}

function urlEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  if (!isWord(tokens[at + 1], "URL") || !isMark(tokens[at + 2], "(")) return null;
  const specifier = literalAt(tokens, at + 3, [","]);
  const isOurs = isWord(tokens[at + 5], "import") && isWord(tokens[at + 7], "meta");
  return specifier !== null && isOurs ? { specifier, line: tokens[at]!.line, kind: "url" } : null;
}

function exportEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  const first = isWord(tokens[at + 1], "type") ? tokens[at + 2] : tokens[at + 1];
  return isMark(first, "*", "{") ? fromEdge(tokens, at) : null;
}

/** `import … from "x"`, `export … from "x"`: names, braces and commas, then `from` and a string. */
function fromEdge(tokens: readonly Token[], at: number): ImportEdge | null {
  for (let end = at + 1; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (token.text === "from" && tokens[end + 1]?.kind === "string") {
      const kind = isErased(tokens.slice(at + 1, end)) ? "type" : "value";
      return { specifier: tokens[end + 1]!.text, line: tokens[at]!.line, kind };
    }
    if (token.kind === "mark" && !"{},*".includes(token.text)) return null;
    if (isMark(tokens[end - 1], "}") && token.text !== "from") return null;
  }
  return null;
}

/** True for `type {…}`, and for braces in which every name is marked `type`. */
function isErased(clause: readonly Token[]): boolean {
  if (isWord(clause[0], "type") && !isMark(clause[1], ",") && clause.length > 1) return true;
  if (!isMark(clause[0], "{") || clause.length < 3) return false;
  return clause.every((token, at) => {
    const startsName = token.kind !== "mark" && isMark(clause[at - 1], "{", ",");
    return !startsName || (token.text === "type" && clause[at + 1]?.kind === "word");
  });
}

function literalAt(
  tokens: readonly Token[],
  at: number,
  before: readonly string[],
): string | null {
  const token = tokens[at];
  const isLiteral = token?.kind === "string" || (token?.kind === "template" && token.text !== "${");
  return isLiteral && isMark(tokens[at + 1], ...before) ? token.text : null;
}

function isMark(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "mark" && texts.includes(token.text);
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === "word" && token.text === text;
}
