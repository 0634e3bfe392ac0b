import { scanQuoted, scanTemplate } from "./_scan.ts";
import type { DialectRules } from "./dialect_rules.ts";
import { DDL_LIMITS } from "./limits.ts";
import type { Region } from "./source_text.ts";
import { TOKEN, Tokens } from "./tokens.ts";

/** Something opened and never closed. */
export interface NotClosed {
  readonly what: "string" | "comment" | "quoted name";
  readonly closer: string;
  readonly region: Region;
}

/** Something larger than any schema needs. */
export interface BeyondLimit {
  readonly what: string;
  readonly max: number;
  readonly unit: string;
  readonly region: Region;
}

export interface LexedText {
  readonly tokens: Tokens;
  readonly notClosed: readonly NotClosed[];
  /** Template text such as `{{ schema }}` that nobody filled in. */
  readonly templates: readonly Region[];
  readonly beyondLimits: readonly BeyondLimit[];
}

/**
 * Cuts a text into tokens; never fails, and takes time linear in the text.
 *
 * @param text SQL of a whole file.
 * @param rules How the dialect writes strings and comments.
 * @returns The tokens and what was not closed.
 */
export function lex(text: string, rules: DialectRules): LexedText {
  return new Lexer(text, rules).run();
}

class Lexer {
  readonly #text: string;
  readonly #rules: DialectRules;
  readonly #tokens: Tokens;
  readonly #notClosed: NotClosed[] = [];
  readonly #templates: Region[] = [];
  readonly #beyondLimits: BeyondLimit[] = [];
  #at = 0;
  /** Index of the first token of the running statement. */
  #statement = 0;
  /** Brackets that are open in the running statement. */
  #depth = 0;

  constructor(text: string, rules: DialectRules) {
    this.#text = text;
    this.#rules = rules;
    this.#tokens = new Tokens(text);
  }

  run(): LexedText {
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (isSpace(code)) this.#at++;
      else if (!this.#skipComment(code)) this.#token(code);
    }
    return {
      tokens: this.#tokens,
      notClosed: this.#notClosed,
      templates: this.#templates,
      beyondLimits: this.#beyondLimits,
    };
  }

  #token(code: number): void {
    switch (code) {
      case QUOTE:
        return this.#string(this.#at, this.#rules.backslashEscapes);
      case DOUBLE_QUOTE:
      case BACKTICK:
        return this.#quotedName();
      case DOLLAR:
        if (this.#dollarString()) return;
        break;
      case BACKSLASH:
      case EXCLAMATION:
        if (this.#command()) return;
        break;
      case SEMICOLON:
        return this.#semicolon();
      case OPEN:
      case OPEN_SQUARE:
        this.#openBracket();
        break;
      case CLOSE:
      case CLOSE_SQUARE:
        this.#depth--;
        break;
      case UPPER_E:
      case LOWER_E:
        if (this.#text.charCodeAt(this.#at + 1) === QUOTE) return this.#string(this.#at + 1, true);
        break;
    }
    if (isDigit(code)) return this.#number();
    this.#word();
  }

  /** Word made of identifier characters and templates, or a symbol when there is none. */
  #word(): void {
    const start = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (this.#template(code)) continue;
      if (!isWordCode(code)) break;
      this.#at++;
    }
    if (this.#at > start) return this.#tokens.push(TOKEN.word, start, this.#at);
    this.#at++;
    this.#tokens.push(TOKEN.symbol, start, this.#at);
  }

  #template(code: number): boolean {
    if (code !== BRACE && code !== DOLLAR && code !== AMPERSAND) return false;
    const end = scanTemplate(this.#text, this.#at, this.#rules.ampersandVariables);
    if (end === this.#at) return false;
    this.#templates.push({ offset: this.#at, length: end - this.#at });
    this.#at = end;
    return true;
  }

  /** Number, or a word that starts with a digit. */
  #number(): void {
    const start = this.#at;
    NUMBER.lastIndex = start;
    this.#at += NUMBER.exec(this.#text)![0].length;
    if (!isWordCode(this.#text.charCodeAt(this.#at))) {
      return this.#tokens.push(TOKEN.number, start, this.#at);
    }
    while (isWordCode(this.#text.charCodeAt(this.#at))) this.#at++;
    this.#tokens.push(TOKEN.word, start, this.#at);
  }

  #string(open: number, escapes: boolean): void {
    const end = scanQuoted(this.#text, open, escapes);
    this.#close({ what: "string", closer: "'", open, end });
    this.#push(TOKEN.string, end < 0 ? this.#lineEnd(open) : end);
  }

  #quotedName(): void {
    const end = scanQuoted(this.#text, this.#at, false);
    const closer = this.#text[this.#at]!;
    this.#close({ what: "quoted name", closer, open: this.#at, end });
    this.#push(TOKEN.quoted, end < 0 ? this.#lineEnd(this.#at) : end);
  }

  #dollarString(): boolean {
    DOLLAR_TAG.lastIndex = this.#at;
    const tag = DOLLAR_TAG.exec(this.#text)?.[0];
    if (tag === undefined) return false;
    const close = this.#text.indexOf(tag, this.#at + tag.length);
    this.#close({ what: "string", closer: tag, open: this.#at, end: close });
    this.#push(TOKEN.string, close < 0 ? this.#text.length : close + tag.length);
    return true;
  }

  /** A client's own command takes the rest of its line. */
  #command(): boolean {
    if (!isLetter(this.#text.charCodeAt(this.#at + 1)) || !this.#atLineStart()) return false;
    this.#push(TOKEN.command, this.#lineEnd(this.#at));
    this.#statement = this.#tokens.count;
    return true;
  }

  #semicolon(): void {
    const isCopy = this.#tokens.wordOf(this.#statement) === "COPY";
    const readsInput = isCopy && this.#hasWord("STDIN");
    this.#push(TOKEN.symbol, this.#at + 1);
    this.#depth = 0;
    if (readsInput) this.#skipCopyData();
    this.#statement = this.#tokens.count;
  }

  #hasWord(word: string): boolean {
    for (let i = this.#statement; i < this.#tokens.count; i++) {
      if (this.#tokens.wordOf(i) === word) return true;
    }
    return false;
  }

  /** Dumps put rows after `COPY … FROM stdin;`, up to a line that holds only `\.`. */
  #skipCopyData(): void {
    COPY_END.lastIndex = this.#at;
    const end = COPY_END.exec(this.#text);
    if (end !== null) this.#at = end.index + end[0].length;
  }

  #skipComment(code: number): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    if (code === DASH && next === DASH) this.#at = this.#lineEnd(this.#at);
    else if (code === SLASH && next === SLASH && this.#rules.slashComments) {
      this.#at = this.#lineEnd(this.#at);
    } else if (code === SLASH && next === STAR) this.#blockComment();
    else if (code === BRACE && (next === PERCENT || next === HASH)) {
      return this.#templateBlock(next);
    } else return false;
    return true;
  }

  #blockComment(): void {
    const open = this.#at;
    let depth = 0;
    COMMENT_EDGE.lastIndex = open;
    for (let edge = COMMENT_EDGE.exec(this.#text); edge; edge = COMMENT_EDGE.exec(this.#text)) {
      if (edge[0] === "*/") depth--;
      else if (depth === 0 || this.#rules.nestedComments) depth++;
      if (depth === 0) {
        this.#at = edge.index + 2;
        return;
      }
    }
    this.#close({ what: "comment", closer: "*/", open, end: -1 });
    this.#at = this.#text.length;
  }

  /** `{% … %}` steers a template and `{# … #}` explains it: neither is SQL. */
  #templateBlock(mark: number): boolean {
    const close = this.#text.indexOf(mark === HASH ? "#}" : "%}", this.#at + 2);
    if (close < 0) return false;
    const length = close + 2 - this.#at;
    if (mark === PERCENT) this.#templates.push({ offset: this.#at, length });
    this.#at = close + 2;
    return true;
  }

  #close(opened: { what: NotClosed["what"]; closer: string; open: number; end: number }): void {
    if (opened.end >= 0) return;
    const region = { offset: opened.open, length: 1 };
    this.#notClosed.push({ what: opened.what, closer: opened.closer, region });
  }

  #push(kind: typeof TOKEN[keyof typeof TOKEN], end: number): void {
    this.#tokens.push(kind, this.#at, end);
    if (end - this.#at > DDL_LIMITS.stringLengthMax) this.#reportLength();
    this.#at = end;
  }

  #reportLength(): void {
    const what = "This string has";
    const region = { offset: this.#at, length: 1 };
    const max = DDL_LIMITS.stringLengthMax;
    this.#beyondLimits.push({ what, max, unit: "characters", region });
  }

  #openBracket(): void {
    // Told once a statement: where it went too far.
    if (++this.#depth !== DDL_LIMITS.nestingDepthMax + 1) return;
    const what = "This bracket stands inside";
    const region = { offset: this.#at, length: 1 };
    const max = DDL_LIMITS.nestingDepthMax;
    this.#beyondLimits.push({ what, max, unit: "others", region });
  }

  #lineEnd(from: number): number {
    LINE_END.lastIndex = from;
    return LINE_END.exec(this.#text)?.index ?? this.#text.length;
  }

  #atLineStart(): boolean {
    for (let i = this.#at - 1; i >= 0; i--) {
      const code = this.#text.charCodeAt(i);
      if (code === 10 || code === 13) return true;
      if (!isSpace(code)) return false;
    }
    return true;
  }
}

const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const COMMENT_EDGE = /\/\*|\*\//g;
const COPY_END = /[\r\n]\\\.[ \t]*(?=[\r\n]|$)/g;
const LINE_END = /[\r\n]/g;

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const PERCENT = 37;
const AMPERSAND = 38;
const QUOTE = 39;
const OPEN = 40;
const CLOSE = 41;
const STAR = 42;
const DASH = 45;
const SLASH = 47;
const SEMICOLON = 59;
const UPPER_E = 69;
const OPEN_SQUARE = 91;
const BACKSLASH = 92;
const CLOSE_SQUARE = 93;
const BACKTICK = 96;
const LOWER_E = 101;
const BRACE = 123;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Also the spaces that word processors and web pages leave in pasted text. */
function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0x80) return false;
  return code === 0x85 || code === 0xa0 || code === 0xfeff || code === 0x3000 ||
    code === 0x1680 || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 ||
    code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060;
}

/** Letters, digits, `_`, `$`, `#` and everything beyond ASCII except spaces and curly quotes. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return ASCII_WORD[code] === 1;
  if (Number.isNaN(code)) return false;
  return !isSpace(code) && !(code >= 0x2018 && code <= 0x201f);
}

const ASCII_WORD = new Uint8Array(128);
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$#") {
  ASCII_WORD[char.charCodeAt(0)] = 1;
}
