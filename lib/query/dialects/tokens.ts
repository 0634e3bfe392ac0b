import type { Lexis } from "./dialect_rules.ts";

export type TokenKind = "word" | "quoted" | "string" | "number" | "operator" | "end";

/** A piece of the user's text, with the space and comments before it. */
export interface Token {
  readonly kind: TokenKind;
  /** As the engine should read it: comments in its own form, texts with its own escapes. */
  readonly text: string;
  /** Upper case for words, the content for quoted names and strings. */
  readonly value: string;
  /** Space and comments before it. */
  readonly lead: string;
  readonly from: number;
  readonly to: number;
}

/** A text that ends where it must not. */
export interface LexicalFault {
  readonly offset: number;
  readonly what: string;
}

const SPACE = /(?:\s|--[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const SPACE_WITHOUT_SLASHES = /(?:\s|--[^\n]*|\/\*[^]*?\*\/)+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const DOLLAR_NAME = /\$(?:\d+|[\p{L}_][\p{L}\p{N}_]*)/uy;
const DOLLAR_QUOTE = /\$([\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const OPERATOR =
  /::|=>|->>|->|<=>|<=|>=|<>|!=|\|\|\/|\|\||\|\/|!~~\*|!~~|!~\*|!~|~~\*|~\*|~~|#>>|#>|#-|@>|@\?|@@|<@|\^@|&&|\?\||\?&|<<|>>|:=|==|[-+*/%^<>=~!@#&|.,:;()[\]{}?]/y;

/**
 * Cuts a statement into tokens; the last is an `end`.
 *
 * @param sql The user's text.
 * @param lexis How the dialect writes texts and comments.
 * @returns The tokens, or what is wrong with the text.
 */
export function tokenize(sql: string, lexis: Lexis): readonly Token[] | LexicalFault {
  const tokens: Token[] = [];
  let offset = 0;
  while (true) {
    const lead = match(lexis.slashComments ? SPACE : SPACE_WITHOUT_SLASHES, sql, offset);
    const from = offset + lead.length;
    const found = from >= sql.length ? end(from) : readToken(sql, from, lexis);
    if ("what" in found) return found;
    tokens.push({ ...found, lead: plainComments(lead), from });
    if (found.kind === "end") return tokens;
    offset = found.to;
  }
}

type Found = Omit<Token, "lead" | "from">;

function end(offset: number): Found {
  return { kind: "end", text: "", value: "", to: offset };
}

function readToken(sql: string, from: number, lexis: Lexis): Found | LexicalFault {
  const first = sql[from]!;
  if (sql.startsWith("/*", from)) return { offset: from, what: "a comment that never ends" };
  if (first === "'") return readString(sql, from, from + 1, lexis.backslashEscapes);
  if (/[eE]/.test(first) && sql[from + 1] === "'" && lexis.escapeStrings) {
    return readString(sql, from, from + 2, true);
  }
  if (first === '"') return readQuoted(sql, from);
  if (first === "$") return readDollar(sql, from);
  const word = match(WORD, sql, from);
  if (word !== "") return found("word", sql, from, word, word.toUpperCase());
  const number = match(NUMBER, sql, from);
  if (number !== "") {
    const letters = match(WORD, sql, from + number.length);
    if (letters !== "") return { offset: from, what: `the number '${number}${letters}'` };
    return found("number", sql, from, number, number);
  }
  const operator = match(OPERATOR, sql, from);
  if (operator !== "") return found("operator", sql, from, operator, operator);
  return { offset: from, what: `the character '${String.fromCodePoint(sql.codePointAt(from)!)}'` };
}

function found(kind: TokenKind, _sql: string, from: number, text: string, value: string): Found {
  return { kind, text, value, to: from + text.length };
}

function readString(
  sql: string,
  from: number,
  start: number,
  escapes: boolean,
): Found | LexicalFault {
  let value = "";
  for (let i = start; i < sql.length; i++) {
    const character = sql[i]!;
    if (character === "'") {
      if (sql[i + 1] !== "'") return stringToken(value, i + 1);
      value += "'";
      i++;
    } else if (character === "\\" && escapes && i + 1 < sql.length) {
      const [text, length] = unescape(sql, i + 1);
      value += text;
      i += length;
    } else value += character;
  }
  return { offset: from, what: "a text that never ends" };
}

function stringToken(value: string, to: number): Found {
  return { kind: "string", text: `'${value.replaceAll("'", "''")}'`, value, to };
}

const CONTROLS: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** What stands after a backslash means, and how many characters it takes. */
function unescape(sql: string, at: number): readonly [string, number] {
  const rest = sql.slice(at, at + 9);
  const code = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|([0-7]{1,3})|U([0-9a-fA-F]{8}))/.exec(
    rest,
  );
  if (code !== null) {
    const [whole, hexadecimal, unicode, octal, long] = code;
    if (long !== undefined) {
      return [String.fromCodePoint(Math.min(parseInt(long, 16), 0x10ffff)), 9];
    }
    const point = octal === undefined
      ? parseInt(hexadecimal ?? unicode!, 16)
      : parseInt(octal, 8) & 0xff;
    return [String.fromCharCode(point), whole.length];
  }
  return [CONTROLS[rest[0]!] ?? rest[0]!, 1];
}

function readQuoted(sql: string, from: number): Found | LexicalFault {
  const text = /"(?:[^"]|"")*"/y;
  text.lastIndex = from;
  const whole = text.exec(sql)?.[0];
  if (whole === undefined) return { offset: from, what: "a quoted name that never ends" };
  return found("quoted", sql, from, whole, whole.slice(1, -1).replaceAll('""', '"'));
}

function readDollar(sql: string, from: number): Found | LexicalFault {
  const quote = match(DOLLAR_QUOTE, sql, from);
  if (quote === "") {
    const name = match(DOLLAR_NAME, sql, from);
    if (name === "") return { offset: from, what: "the character '$'" };
    return found("operator", sql, from, name, name);
  }
  const close = sql.indexOf(quote, from + quote.length);
  if (close < 0) return { offset: from, what: "a text that never ends" };
  return stringToken(sql.slice(from + quote.length, close), close + quote.length);
}

function match(pattern: RegExp, sql: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(sql)?.[0] ?? "";
}

/** The engine knows `--` alone. */
function plainComments(lead: string): string {
  if (!lead.includes("//")) return lead;
  return lead.replace(
    /--[^\n]*|\/\*[^]*?\*\/|\/\/([^\n]*)/g,
    (whole, slashed?: string) => slashed === undefined ? whole : `--${slashed}`,
  );
}
