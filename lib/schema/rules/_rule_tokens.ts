/** A piece of the text of a rule. */
export interface RuleToken {
  readonly kind: "word" | "name" | "string" | "number" | "symbol" | "end";
  /** Upper case for words; without quotes for names and strings. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** Where a text stops being a rule, and why. */
export class RuleFault extends Error {
  override readonly name = "RuleFault";
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const TOKEN =
  /([\p{L}_][\p{L}\p{M}\p{Nd}_$]*)|"((?:[^"]|"")+)"|'((?:[^']|'')*)'|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(\.\.|::|<>|!=|<=|>=|\|\||!~\*|!~|~\*|[-+*/%(),.<>=[\]~])/uy;
const GAP = /\s*/y;
/** Digits that a double keeps. */
const DIGIT_COUNT_MAX = 15;

/**
 * Cuts the text of a rule into tokens.
 *
 * @param text The text.
 * @returns The tokens; the last one is the end of the text.
 * @throws {RuleFault} Where no token can begin.
 */
export function ruleTokens(text: string): readonly RuleToken[] {
  const tokens: RuleToken[] = [];
  let at = skipGap(text, 0);
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new RuleFault(`'${text[at]}' means nothing here`, at);
    tokens.push(tokenOf(match, at));
    at = skipGap(text, TOKEN.lastIndex);
  }
  return [...tokens, { kind: "end", text: "", at: text.length, end: text.length }];
}

function tokenOf(match: RegExpExecArray, at: number): RuleToken {
  const [whole, word, name, string, number, symbol] = match;
  const place = { at, end: at + whole.length };
  if (word !== undefined) return { kind: "word", text: word, ...place };
  if (name !== undefined) return { kind: "name", text: name.replaceAll('""', '"'), ...place };
  if (string !== undefined) return { kind: "string", text: string.replaceAll("''", "'"), ...place };
  if (number === undefined) return { kind: "symbol", text: symbol!, ...place };
  const digits = number.replace(/[eE].*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length > DIGIT_COUNT_MAX) {
    throw new RuleFault(`'${number}' has more than ${DIGIT_COUNT_MAX} digits`, at);
  }
  return { kind: "number", text: number, ...place };
}

function skipGap(text: string, at: number): number {
  GAP.lastIndex = at;
  GAP.exec(text);
  return GAP.lastIndex;
}
