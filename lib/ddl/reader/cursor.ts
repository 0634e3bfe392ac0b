import { type Diagnostic, diagnostic, type Place } from "../../errors/mod.ts";
import type { DialectRules } from "../dialect_rules.ts";
import type { Region } from "../source_text.ts";
import type { SourceTexts } from "../source_texts.ts";
import type { StatementRange } from "../split_statements.ts";
import { TOKEN, type Tokens } from "../tokens.ts";
import { tokensAsText } from "./_tokens_as_text.ts";
import { Fault } from "./fault.ts";
import type { Identifier, ParsedType, QualifiedName } from "./parsed.ts";

/** What all statements of a file share. */
export interface ReaderContext {
  readonly sources: SourceTexts;
  /** What to add to an offset of the file to get that of a region. */
  readonly base: number;
  readonly tokens: Tokens;
  readonly rules: DialectRules;
  readonly report: (finding: Diagnostic) => void;
  /** Every type declared until now, by its text. */
  readonly types: Map<string, ParsedType>;
}

/** Walks the tokens of one statement. */
export class Cursor {
  readonly context: ReaderContext;
  readonly #tokens: Tokens;
  readonly #end: number;
  #index: number;

  constructor(context: ReaderContext, range: StatementRange) {
    this.context = context;
    this.#tokens = context.tokens;
    this.#index = range.from;
    this.#end = range.to;
  }

  get rules(): DialectRules {
    return this.context.rules;
  }

  get index(): number {
    return this.#index;
  }

  get done(): boolean {
    return this.#index >= this.#end;
  }

  kind(ahead = 0): number {
    const at = this.#index + ahead;
    return at < this.#end ? this.#tokens.kind(at) : TOKEN.none;
  }

  /** Upper-case text of the unquoted word here; empty when something else stands here. */
  word(ahead = 0): string {
    const at = this.#index + ahead;
    return at < this.#end ? this.#tokens.wordOf(at) : "";
  }

  /** Whether template text that was not filled in stands here. */
  atTemplate(): boolean {
    return this.kind() === TOKEN.word && /^[{$%@&:<]/.test(this.#tokens.textOf(this.#index));
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const at = this.#index + ahead;
    return at < this.#end && this.#tokens.isSymbol(at, symbol);
  }

  /** Whether the words, separated by single spaces, stand here. */
  atWords(words: string): boolean {
    const each = wordsOf(words);
    for (let ahead = 0; ahead < each.length; ahead++) {
      if (this.word(ahead) !== each[ahead]) return false;
    }
    return true;
  }

  acceptWords(words: string): boolean {
    if (!this.atWords(words)) return false;
    this.#index += wordsOf(words).length;
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#index++;
    return true;
  }

  expectWords(words: string): void {
    for (const word of wordsOf(words)) {
      if (!this.acceptWords(word)) this.unexpected(`'${word}'`);
    }
  }

  expectSymbol(symbol: string, expected = `'${symbol}'`): void {
    if (!this.acceptSymbol(symbol)) this.unexpected(expected);
  }

  advance(): void {
    this.#index = Math.min(this.#index + 1, this.#end);
  }

  /** Goes back, or forth, to a token seen before. */
  moveTo(index: number): void {
    this.#index = Math.min(index, this.#end);
  }

  /** Region of the tokens from `from` up to here, or of the token here. */
  region(from = this.#index): Region {
    const start = this.#tokens.start(from);
    const last = Math.max(from, this.#index - 1);
    const isPastEnd = last >= this.#tokens.count;
    const length = (isPastEnd ? start : this.#tokens.end(last)) - start;
    return { offset: start + this.context.base, length };
  }

  place(region: Region = this.region()): Place {
    return this.context.sources.place(region);
  }

  /** The text from token `from` up to here, on one line, without comments. */
  textFrom(from: number): string {
    return tokensAsText(this.#tokens, from, this.#index);
  }

  /** Text of the token here, for messages. */
  found(): string {
    if (!this.done) return `'${excerpt(this.#tokens.textOf(this.#index))}'`;
    return this.#tokens.isSymbol(this.#index, ";") ? "';'" : "the end of the statement";
  }

  /** Whether a blank or comment separates the token here from the one before. */
  followsGap(): boolean {
    return this.#index > 0 &&
      this.#tokens.start(this.#index) > this.#tokens.end(this.#index - 1);
  }

  startsLine(): boolean {
    return this.#tokens.startsLine(this.#index);
  }

  unexpected(expected: string): never {
    throw new Fault(diagnostic("DDL_UNEXPECTED", { expected, found: this.found() }, this.place()));
  }

  /** Whether a name, quoted or not, stands here. */
  isName(): boolean {
    return this.kind() === TOKEN.word || this.kind() === TOKEN.quoted;
  }

  /** A name, quoted or not. */
  identifier(expected: string): Identifier {
    const kind = this.kind();
    if (kind !== TOKEN.word && kind !== TOKEN.quoted) this.unexpected(expected);
    const region = this.region();
    const name = kind === TOKEN.word
      ? this.#folded(this.#index)
      : unquote(this.#tokens.textOf(this.#index));
    this.#index++;
    return { name, region };
  }

  get #publicSchema(): string {
    return this.rules.foldsTo === "upper" ? "PUBLIC" : "public";
  }

  /** An unquoted name as the dialect keeps it. */
  #folded(index: number): string {
    const { foldsTo } = this.rules;
    return foldsTo === "upper" ? this.#tokens.wordOf(index) : this.#tokens.lowerOf(index);
  }

  /** `a`, `a.b`, `a.b.c`, `a..c`. */
  qualifiedName(expected: string): QualifiedName {
    const from = this.#index;
    const parts = [this.identifier(expected).name];
    while (this.acceptSymbol(".")) {
      // `db..t` stands for `db.public.t`.
      while (this.acceptSymbol(".")) parts.push(this.#publicSchema);
      parts.push(this.identifier(expected).name);
    }
    return { parts, name: parts.at(-1)!, region: this.region(from) };
  }

  /** The value of a comment; Hive writes it in double quotes, too. */
  comment(): string {
    if (this.kind() !== TOKEN.quoted) return this.string("the comment in quotes");
    const text = unquote(this.#tokens.textOf(this.#index));
    this.#index++;
    return text;
  }

  /** The value of a string literal. */
  string(expected: string): string {
    if (this.kind() !== TOKEN.string) this.unexpected(expected);
    const text = this.#tokens.textOf(this.#index);
    this.#index++;
    return stringValue(text, this.rules.backslashEscapes);
  }

  /** A number with its sign, such as the start of an identity. */
  number(expected: string): number {
    const isNegative = this.acceptSymbol("-");
    if (!isNegative) this.acceptSymbol("+");
    if (this.kind() !== TOKEN.number) this.unexpected(expected);
    const value = Number(this.#tokens.textOf(this.#index));
    this.#index++;
    return isNegative ? -value : value;
  }

  skipParentheses(): void {
    if (!this.isSymbol("(")) this.unexpected("'('");
    this.skipBrackets();
  }

  /** Passes from an opening bracket of any shape to after its end, however deep it nests. */
  skipBrackets(): void {
    const open = this.region();
    const opener = this.#tokens.textOf(this.#index);
    let depth = 0;
    do {
      if (this.done) {
        const detail = { what: "bracket", closer: CLOSERS[opener]! };
        throw new Fault(diagnostic("DDL_NOT_CLOSED", detail, this.place(open)));
      }
      depth += this.#nesting();
      this.#index++;
    } while (depth > 0);
  }

  /** 1 at an opening bracket, -1 at a closing one. */
  #nesting(): number {
    if (this.kind() !== TOKEN.symbol) return 0;
    if (this.isSymbol("(") || this.isSymbol("[") || this.isSymbol("{")) return 1;
    return this.isSymbol(")") || this.isSymbol("]") || this.isSymbol("}") ? -1 : 0;
  }

  /** Skips to the end of the statement. */
  skipRest(): void {
    this.#index = this.#end;
  }

  /** Skips to the comma or bracket that ends the running list item, or to the end. */
  skipListItem(): void {
    for (let depth = 0; !this.done; this.#index++) {
      if (this.isSymbol("(")) depth++;
      else if (depth === 0 && (this.isSymbol(",") || this.isSymbol(")"))) return;
      else if (this.isSymbol(")")) depth--;
    }
  }
}

/** The grammar's own phrases, taken apart once each. */
const PHRASES = new Map<string, readonly string[]>();

function wordsOf(phrase: string): readonly string[] {
  const known = PHRASES.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(" ");
  PHRASES.set(phrase, words);
  return words;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const EXCERPT_LENGTH_MAX = 40;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= EXCERPT_LENGTH_MAX ? line : `${line.slice(0, EXCERPT_LENGTH_MAX)}…`;
}

function unquote(text: string): string {
  if (text.startsWith("[")) return text.slice(1, -1);
  if (!QUOTES.has(text[0]!)) return unquoteUnicode(text.slice(2));
  const quote = text[0]!;
  const inner = text.endsWith(quote) && text.length > 1 ? text.slice(1, -1) : text.slice(1);
  return inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner;
}

const QUOTES = new Set(['"', "`"]);

/** The rest of `U&"…"`: four hexadecimal digits after a backslash, or six after `\\+`. */
function unquoteUnicode(text: string): string {
  return unquote(text).replace(/\\(?:([0-9a-f]{4})|\+([0-9a-f]{6}))/gi, (_, four, six) => {
    const code = parseInt(four ?? six, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

function stringValue(text: string, backslashEscapes: boolean): string {
  if (text.startsWith("$")) {
    const tag = text.slice(0, text.indexOf("$", 1) + 1);
    return text.slice(tag.length, -tag.length);
  }
  const isEscaped = backslashEscapes || !text.startsWith("'");
  const open = text.indexOf("'");
  const inner = text.slice(open + 1, text.endsWith("'") ? -1 : undefined).replaceAll("''", "'");
  return isEscaped && inner.includes("\\") ? inner.replace(/\\(.)/gs, unescape) : inner;
}

function unescape(_whole: string, char: string): string {
  return ESCAPES[char] ?? char;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
