/** A piece of TypeScript that is neither white space nor comment. Lines count from 1. */
export interface Token {
  readonly kind: "word" | "string" | "template" | "pattern" | "mark";
  /** What was written; for strings and templates without substitutions, what they hold. */
  readonly text: string;
  readonly line: number;
}

/**
 * Splits TypeScript into tokens, so that checks see code and never what comments or strings say.
 *
 * It is no parser: it only has to find where strings, templates, patterns and comments begin and
 * end. What cannot be one (a quote without a partner on its line, as in the text of a JSX element)
 * is a mark like any other.
 *
 * @param source The text of a `.ts` or `.tsx` file.
 * @returns Its tokens in order. A template with substitutions is `template` tokens with the text
 * `${` around the tokens of the substitutions.
 */
export function readTokens(source: string): readonly Token[] {
  return new TokenReader(source).read();
}

const WORD = /[\p{ID_Start}\p{Nd}$_#@][\p{ID_Continue}$\u200c\u200d]*/uy;
const SPACE = /\s+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|^#![^\n]*/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const PATTERN = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const MARK = /=>|[\s\S]/y;

/** Words after which a value begins, so that `/` opens a pattern and does not divide. */
const BEFORE_VALUE = new Set(
  "return typeof case in of delete void throw new else do instanceof yield await".split(" "),
);

class TokenReader {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  /** Depth of braces inside each open substitution of a template. */
  readonly #substitutions: number[] = [];
  #offset = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  read(): readonly Token[] {
    while (this.#offset < this.#source.length) this.#step();
    return this.#tokens;
  }

  #step(): void {
    if (this.#skip(SPACE) || this.#skip(COMMENT)) return;
    if (this.#take("word", WORD) || this.#takeString()) return;
    if (this.#valueMayBegin() && this.#take("pattern", PATTERN)) return;
    if (this.#source[this.#offset] === "`") return this.#takeTemplate();
    this.#takeMark();
  }

  #skip(pattern: RegExp): boolean {
    return this.#match(pattern) !== null;
  }

  #take(kind: Token["kind"], pattern: RegExp): boolean {
    const line = this.#line;
    const text = this.#match(pattern);
    if (text !== null) this.#tokens.push({ kind, text, line });
    return text !== null;
  }

  #takeString(): boolean {
    const line = this.#line;
    const text = this.#match(STRING);
    if (text === null) return false;
    this.#tokens.push({ kind: "string", text: unescape(text.slice(1, -1)), line });
    return true;
  }

  #takeMark(): void {
    this.#take("mark", MARK);
    const depth = this.#substitutions.length - 1;
    if (depth < 0) return;
    const text = this.#tokens.at(-1)!.text;
    if (text === "{") this.#substitutions[depth]!++;
    if (text === "}" && --this.#substitutions[depth]! === 0) {
      this.#substitutions.pop();
      this.#offset--;
      this.#tokens.pop();
      this.#takeTemplate();
    }
  }

  /** Reads from a backtick, or from the brace that ends a substitution, to where the text stops. */
  #takeTemplate(): void {
    const line = this.#line;
    const whole = this.#source[this.#offset] === "`";
    let end = this.#offset + 1;
    while (end < this.#source.length) {
      if (this.#source[end] === "\\") end++;
      else if (this.#source[end] === "`" || this.#source.startsWith("${", end)) break;
      end++;
    }
    const opens = this.#source[end] === "$";
    const text = this.#source.slice(this.#offset + 1, end);
    this.#advance(end + (opens ? 2 : 1));
    if (opens) this.#substitutions.push(1);
    this.#tokens.push({ kind: "template", text: whole && !opens ? unescape(text) : "${", line });
  }

  #valueMayBegin(): boolean {
    const previous = this.#tokens.at(-1);
    if (previous === undefined) return true;
    if (previous.kind === "word") return BEFORE_VALUE.has(previous.text);
    // `</name>` closes an element; nobody compares with a pattern.
    return previous.kind === "mark" && !")]}<".includes(previous.text);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#offset;
    const text = pattern.exec(this.#source)?.[0] ?? null;
    if (text !== null) this.#advance(this.#offset + text.length);
    return text;
  }

  #advance(offset: number): void {
    for (let at = this.#offset; at < offset; at++) {
      if (this.#source.charCodeAt(at) === 10) this.#line++;
    }
    this.#offset = offset;
  }
}

function unescape(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi, plain);
}

function plain(_: string, braced?: string, long?: string, short?: string, other?: string): string {
  const code = braced ?? long ?? short;
  return code === undefined ? other! : String.fromCodePoint(parseInt(code, 16));
}
