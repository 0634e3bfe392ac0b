import {
  CODE,
  ENDS_OPERAND,
  isDigit,
  isHashComment,
  isLetter,
  isSpace,
  isWordCode,
} from "./_characters.ts";
import { atLineStart, commentEnd, lineEnd, scanQuoted, scanTemplate, spansLines } from "./_scan.ts";
import type { DialectRules } from "./dialect_rules.ts";
import type { BeyondLimit, LexedText, NotClosed } from "./lexed_text.ts";
import { DDL_LIMITS } from "./limits.ts";
import type { Region } from "./source_text.ts";
import { TOKEN, Tokens } from "./tokens.ts";

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
  #nestsComments: boolean;
  /** What ends the DO block that reading is in. */
  #doTag: string | null = null;
  /** How often something was open to the end of the text. */
  #recoveries = 0;
  /** Index of the first token of the running statement. */
  #statement = 0;
  /** Brackets that are open in the running statement. */
  #depth = 0;
  /** Commas of the running statement inside one bracket. */
  #listLength = 0;

  constructor(text: string, rules: DialectRules) {
    this.#text = text;
    this.#rules = rules;
    this.#nestsComments = rules.nestedComments;
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
      case CODE.quote:
        return this.#string(this.#at, this.#rules.backslashEscapes);
      case CODE.doubleQuote:
      case CODE.backtick:
        return this.#quotedName();
      case CODE.dollar:
        if (this.#dollarString()) return;
        break;
      case CODE.backslash:
      case CODE.exclamation:
        if (this.#command()) return;
        break;
      case CODE.semicolon:
        return this.#semicolon();
      case CODE.open:
        this.#openBracket();
        break;
      case CODE.openSquare:
        if (this.#bracketedName()) return;
        this.#openBracket();
        break;
      case CODE.close:
      case CODE.closeSquare:
        this.#depth--;
        break;
      case CODE.comma:
        if (this.#depth === 1 && ++this.#listLength > DDL_LIMITS.listLengthMax) {
          return this.#endList();
        }
        break;
      case CODE.upperU:
      case CODE.lowerU:
        if (this.#unicodeQuoted()) return;
        break;
      case CODE.upperE:
      case CODE.lowerE:
        if (this.#text.charCodeAt(this.#at + 1) === CODE.quote) {
          return this.#string(this.#at + 1, true);
        }
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
    if (code >= 0x80 || TEMPLATE_START[code] !== 1) return false;
    if (code === CODE.less && this.#followsNestingType()) return false;
    const end = scanTemplate(this.#text, this.#at, this.#rules.ampersandVariables);
    if (end === this.#at) return false;
    this.#templates.push({ offset: this.#at, length: end - this.#at });
    this.#at = end;
    return true;
  }

  /** `ARRAY <INT>` is a type. */
  #followsNestingType(): boolean {
    return NESTING_TYPES.has(this.#tokens.wordOf(this.#tokens.count - 1));
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
    let end = scanQuoted(this.#text, open, escapes);
    // `'open,⏎ b TEXT DEFAULT 'x'`: what would close the string opens the next one.
    if (spansLines(this.#text, open, end) && OPENS_STRING.test(this.#text[end] ?? "")) end = -1;
    this.#close({ what: "string", closer: "'", open, end });
    this.#push(TOKEN.string, end < 0 ? lineEnd(this.#text, open) : end);
  }

  #quotedName(): void {
    let end = scanQuoted(this.#text, this.#at, false);
    // No name goes over the end of a line, and each that is left open would.
    if (spansLines(this.#text, this.#at, end)) end = -1;
    const closer = this.#text[this.#at]!;
    this.#close({ what: "quoted name", closer, open: this.#at, end });
    this.#push(TOKEN.quoted, end < 0 ? lineEnd(this.#text, this.#at) : end);
  }

  /** `U&"d\0061ta"` and `U&'…'`. */
  #unicodeQuoted(): boolean {
    if (this.#text.charCodeAt(this.#at + 1) !== CODE.ampersand) return false;
    const open = this.#at + 2;
    const code = this.#text.charCodeAt(open);
    if (code !== CODE.quote && code !== CODE.doubleQuote) return false;
    const end = scanQuoted(this.#text, open, false);
    const isName = code === CODE.doubleQuote;
    this.#close({
      what: isName ? "quoted name" : "string",
      closer: this.#text[open]!,
      open,
      end,
    });
    this.#push(isName ? TOKEN.quoted : TOKEN.string, end < 0 ? lineEnd(this.#text, open) : end);
    return true;
  }

  /** `[name]` of files that were SQL Server's once; not the bracket of an array. */
  #bracketedName(): boolean {
    const before = this.#text.charCodeAt(this.#at - 1);
    if (isWordCode(before) || ENDS_OPERAND.has(before)) return false;
    BRACKETED_NAME.lastIndex = this.#at;
    const name = BRACKETED_NAME.exec(this.#text)?.[0];
    if (name === undefined) return false;
    this.#push(TOKEN.quoted, this.#at + name.length);
    return true;
  }

  #dollarString(): boolean {
    DOLLAR_TAG.lastIndex = this.#at;
    const tag = DOLLAR_TAG.exec(this.#text)?.[0];
    if (tag === undefined) return false;
    if (tag === this.#doTag || this.#opensDoBody(tag)) return this.#passDoEdge(tag);
    const close = this.#text.indexOf(tag, this.#at + tag.length);
    this.#close({ what: "string", closer: tag, open: this.#at, end: close });
    this.#push(TOKEN.string, close < 0 ? this.#nextStatement() : close + tag.length);
    if (close < 0) this.#tokens.breakNext();
    return true;
  }

  /** Whether the body of a DO block is nothing but statements about tables and types. */
  #opensDoBody(tag: string): boolean {
    DO_BODY.lastIndex = this.#at + tag.length;
    return this.#tokens.wordOf(this.#statement) === "DO" && this.#doTag === null &&
      DO_BODY.test(this.#text) && this.#text.includes(tag, this.#at + tag.length);
  }

  /** The statements of such a body are read as if they stood in the file. */
  #passDoEdge(tag: string): true {
    const opens = this.#doTag === null;
    this.#doTag = opens ? tag : null;
    this.#at = opens ? DO_BODY.lastIndex : this.#at + tag.length;
    this.#tokens.breakNext();
    this.#statement = this.#tokens.count;
    return true;
  }

  /** A client's own command takes the rest of its line. */
  #command(): boolean {
    if (!isLetter(this.#text.charCodeAt(this.#at + 1)) || !atLineStart(this.#text, this.#at)) {
      return false;
    }
    this.#push(TOKEN.command, lineEnd(this.#text, this.#at));
    this.#statement = this.#tokens.count;
    return true;
  }

  #semicolon(): void {
    const isCopy = this.#tokens.wordOf(this.#statement) === "COPY";
    const readsInput = isCopy && this.#hasWord("STDIN");
    this.#push(TOKEN.symbol, this.#at + 1);
    this.#depth = 0;
    this.#listLength = 0;
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
    if (code === CODE.dash && next === CODE.dash) this.#at = lineEnd(this.#text, this.#at);
    else if (code === CODE.slash && next === CODE.slash && this.#isSlashComment()) {
      this.#at = lineEnd(this.#text, this.#at);
    } else if (code === CODE.hash && isHashComment(next) && atLineStart(this.#text, this.#at)) {
      this.#at = lineEnd(this.#text, this.#at);
    } else if (code === CODE.slash && next === CODE.star && !this.#isInPath()) this.#blockComment();
    else if (code === CODE.brace && (next === CODE.percent || next === CODE.hash)) {
      return this.#templateBlock(next);
    } else return false;
    return true;
  }

  /** Not `file://`; where the dialect has none, at the start of a line it is meant as one. */
  #isSlashComment(): boolean {
    const before = this.#text.charCodeAt(this.#at - 1);
    if (before === CODE.colon || before === CODE.slash) return false;
    return this.#rules.slashComments || atLineStart(this.#text, this.#at);
  }

  /** `PUT file:///data/* @stage`: paths of these commands need no quotes. */
  #isInPath(): boolean {
    const follows = !isSpace(this.#text.charCodeAt(this.#at - 1));
    return follows && PATH_COMMANDS.has(this.#tokens.wordOf(this.#statement));
  }

  #blockComment(): void {
    const open = this.#at;
    let end = commentEnd(this.#text, open, this.#nestsComments);
    if (end < 0) {
      this.#close({ what: "comment", closer: "*/", open, end });
      // Perhaps only a comment inside is open. From here on none nests: each would be looked through.
      end = this.#nestsComments ? commentEnd(this.#text, open, false) : -1;
      this.#nestsComments = false;
    }
    if (end < 0) this.#tokens.breakNext();
    this.#at = end < 0 ? this.#nextStatement() : end;
  }

  /** What is never closed would swallow the file: reading goes on where a line starts a statement. */
  #nextStatement(): number {
    if (++this.#recoveries > RECOVERY_COUNT_MAX) return this.#text.length;
    STATEMENT_START.lastIndex = this.#at + 1;
    return STATEMENT_START.exec(this.#text)?.index ?? this.#text.length;
  }

  /** `{% … %}` steers a template and `{# … #}` explains it: neither is SQL. */
  #templateBlock(mark: number): boolean {
    const close = this.#text.indexOf(mark === CODE.hash ? "#}" : "%}", this.#at + 2);
    if (close < 0) return false;
    const length = close + 2 - this.#at;
    if (mark === CODE.percent) this.#templates.push({ offset: this.#at, length });
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

  /** No table has so long a list, and the rows of an INSERT are no table: the rest is passed over. */
  #endList(): void {
    const end = this.#text.indexOf(";", this.#at);
    if (this.#createsTable()) {
      const what = "The list of this table has";
      const region = { offset: this.#at, length: 1 };
      const max = DDL_LIMITS.listLengthMax;
      this.#beyondLimits.push({ what, max, unit: "entries", region });
      this.#push(TOKEN.symbol, this.#at + 1);
      this.#at = end < 0 ? this.#text.length : end;
    } else {
      this.#listLength = -Infinity;
      this.#word();
    }
  }

  #createsTable(): boolean {
    let at = this.#statement;
    if (this.#tokens.wordOf(at) !== "CREATE") return false;
    while (this.#tokens.wordOf(++at) !== "") if (this.#tokens.wordOf(at) === "TABLE") return true;
    return false;
  }
}

const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const DO_BODY = /\s*BEGIN\s+(?=(?:CREATE\s+(?:TYPE|TABLE|DOMAIN)|ALTER\s+TABLE)\s)/iy;
const STATEMENT_START =
  /^[ \t]*(?:CREATE|ALTER|DROP|GRANT|INSERT[ \t]+INTO|COMMENT[ \t]+ON)[ \t]+[A-Z]/gim;
/** Each takes time linear in the rest of the text. */
const RECOVERY_COUNT_MAX = 100;
const COPY_END = /[\r\n]\\\.[ \t]*(?=[\r\n]|$)/g;
/** What follows a quote that opens a string, and never one that closes it. */
const OPENS_STRING = /[\p{L}\p{N}_{%(@<]/u;
const BRACKETED_NAME = /\[[A-Za-z_][\w .#$-]{0,127}\]/y;

const PATH_COMMANDS = new Set(["PUT", "GET", "LIST", "LS", "REMOVE", "RM"]);
const NESTING_TYPES = new Set(["ARRAY", "MAP", "STRUCT"]);

const TEMPLATE_START = new Uint8Array(128);
for (const char of "{$%@&:<") TEMPLATE_START[char.charCodeAt(0)] = 1;
