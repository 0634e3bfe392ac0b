import { readTokens, type Token } from "./read_tokens.ts";

/** A function with a body in braces. */
export interface FunctionSize {
  /** Where its parameters end and its body begins. */
  readonly line: number;
  /** Lines from the brace that opens the body to the one that closes it, both counted. */
  readonly lineCount: number;
}

/** Words before a parenthesis that make it a condition and not parameters. */
const CONTROL = new Set(["if", "for", "while", "switch", "catch", "with", "await"]);

/** Words that never stand in a return type: a brace after them opens something else. */
const NO_TYPE = new Set(
  "class interface enum namespace module else try finally do return const let var".split(" "),
);

/**
 * Measures every function, method and arrow function with a body.
 *
 * @param source The text of a `.ts` or `.tsx` file.
 * @returns Their sizes, in the order their bodies begin.
 */
export function measureFunctions(source: string): readonly FunctionSize[] {
  const tokens = readTokens(source);
  const closers = matchBraces(tokens);
  return tokens.flatMap((token, at) => {
    if (!isText(token, "{") || !opensBody(tokens, closers, at)) return [];
    const last = tokens[closers.get(at) ?? tokens.length - 1]!;
    return [{ line: token.line, lineCount: last.line - token.line + 1 }];
  });
}

/** The index of the partner of every bracket, in both directions. */
function matchBraces(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === "template" && token.text === "${") return;
    if (token.kind !== "mark") return;
    if ("([{".includes(token.text)) open.push(at);
    if (!")]}".includes(token.text)) return;
    const start = open.pop();
    if (start === undefined) return;
    partners.set(start, at).set(at, start);
  });
  return partners;
}

/** True for `=> {`, and for `) {` or `): Type {` after parameters. */
function opensBody(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  at: number,
): boolean {
  if (isText(tokens[at - 1], "=>")) return true;
  const end = parametersEnd(tokens, partners, at);
  const start = end === null ? undefined : partners.get(end);
  if (start === undefined) return false;
  const before = tokens[start - 1];
  return before?.kind === "word" ? !CONTROL.has(before.text) : isText(before, "]", ">", "*");
}

/** Walks back over a return type to the parenthesis that closes the parameters. */
function parametersEnd(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  at: number,
): number | null {
  if (isText(tokens[at - 1], ")")) return at - 1;
  if (isText(tokens[at - 1], ":", "<", "|", "&", ",")) return null;
  for (let back = at - 1; back > 0; back--) {
    if (isText(tokens[back], ":") && isText(tokens[back - 1], ")")) return back - 1;
    if (isText(tokens[back], ")", "]", "}")) back = partners.get(back) ?? 0;
    else if (!isTypeToken(tokens[back]!)) return null;
  }
  return null;
}

function isTypeToken(token: Token): boolean {
  return token.kind === "mark" ? "<>|&.,?".includes(token.text) : !NO_TYPE.has(token.text);
}

function isText(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "mark" && texts.includes(token.text);
}
