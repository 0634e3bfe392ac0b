import { type Diagnostic, diagnostic, DwSimError, type Span } from "../../errors/mod.ts";
import type { Code } from "./code.ts";
import type { DialectRules } from "./dialect_rules.ts";
import type { Expression } from "./expression.ts";
import type { Token } from "./tokens.ts";

/** How deep brackets may stand in brackets: our stack, and the engine's, must hold them. */
const DEPTH_MAX = 200;

/** The parts of the grammar that call each other in circles, handed in so that files do not. */
export interface Grammar {
  /** Reads an expression whose operators bind tighter than `power`. */
  readonly expression: (reader: Reader, power: number) => Expression;
  /** Reads a query up to what cannot belong to it. */
  readonly query: (reader: Reader) => Code;
}

export interface ReaderOptions {
  readonly sql: string;
  readonly rules: DialectRules;
  readonly grammar: Grammar;
  /** What an earlier reading of the statement found. */
  readonly tables: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly smalls: ReadonlySet<string>;
  readonly valueRows?: ReadonlyMap<string, string>;
}

/** Walks over the tokens of one statement, and says where and why it cannot go on. */
export class Reader {
  readonly rules: DialectRules;
  readonly sql: string;
  /** Names that the statement gives to documents, which compare unlike texts. */
  readonly documents = new Set<string>();
  /** Names of columns that hold arrays of PostgreSQL, in upper case. */
  readonly lists: ReadonlySet<string>;
  /** Names of columns of two bytes, in upper case. */
  readonly smalls: ReadonlySet<string>;
  /** Names by which the statement calls tables, in upper case. */
  readonly tables: Set<string>;
  /** Whether these are all: a first reading only collects them. */
  readonly knowsTables: boolean;
  /** Aliases of functions whose rows are values, in upper case, and the column that holds them. */
  readonly valueRows: Map<string, string>;
  readonly notes: Diagnostic[] = [];
  /** Aggregates and window functions read so far, but for those of queries inside. */
  readonly summaries = { aggregates: 0, windows: 0 };
  readonly #tokens: readonly Token[];
  readonly #grammar: Grammar;
  #index = 0;
  #depth = 0;

  constructor(
    tokens: readonly Token[],
    { sql, rules, grammar, tables, lists, smalls, valueRows }: ReaderOptions,
  ) {
    this.lists = lists;
    this.smalls = smalls;
    this.valueRows = new Map(valueRows);
    this.tables = new Set(tables);
    this.knowsTables = this.tables.size > 0;
    this.#tokens = tokens;
    this.sql = sql;
    this.rules = rules;
    this.#grammar = grammar;
  }

  /** The token at hand, or one further on. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)]!;
  }

  /** The token before the one at hand. */
  get previous(): Token {
    return this.#tokens[Math.max(0, this.#index - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#index++;
    return token;
  }

  /** Goes back to a token that was at hand before. */
  mark(): () => void {
    const index = this.#index;
    return () => {
      this.#index = index;
    };
  }

  /** Whether these keywords follow, in this order. */
  isWord(...words: readonly string[]): boolean {
    return words.every((word, i) => {
      const token = this.peek(i);
      return token.kind === "word" && token.value === word;
    });
  }

  isOneOf(words: ReadonlySet<string>): boolean {
    const token = this.peek();
    return token.kind === "word" && words.has(token.value);
  }

  isOperator(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "operator" && token.text === text;
  }

  /** Takes the keywords if they follow. */
  accept(...words: readonly string[]): readonly Token[] | null {
    return this.isWord(...words) ? words.map(() => this.take()) : null;
  }

  acceptOperator(text: string): Token | null {
    return this.isOperator(text) ? this.take() : null;
  }

  expectWord(word: string): Token {
    return this.isWord(word) ? this.take() : this.syntax(`expected ${word}`);
  }

  expectOperator(text: string): Token {
    return this.isOperator(text) ? this.take() : this.syntax(`expected '${text}'`);
  }

  /** Reads an expression whose operators bind tighter than `power`. */
  expression(power = 0): Expression {
    return this.nested(() => this.#grammar.expression(this, power));
  }

  query(): Code {
    const { aggregates, windows } = this.summaries;
    const query = this.nested(() => this.#grammar.query(this));
    Object.assign(this.summaries, { aggregates, windows });
    return query;
  }

  /** Reads expressions between commas. */
  list<Item>(read: () => Item): readonly { readonly item: Item; readonly comma: Code }[] {
    const items = [{ item: read(), comma: "" as Code }];
    for (let comma = this.acceptOperator(","); comma !== null; comma = this.acceptOperator(",")) {
      items.push({ item: read(), comma });
    }
    return items;
  }

  nested<Result>(work: () => Result): Result {
    if (++this.#depth > DEPTH_MAX) {
      const detail = { what: "levels of brackets", limit: DEPTH_MAX };
      throw refused(diagnostic("QUERY_TOO_COMPLEX", detail, { span: this.spanOf(this.peek()) }));
    }
    const result = work();
    this.#depth--;
    return result;
  }

  /** Ends the translation: the text is not SQL of the dialect as far as we know it. */
  syntax(expected: string, token: Token = this.peek()): never {
    const found = token.kind === "end" ? "the text ends" : `found '${clipped(token.text)}'`;
    const reason = `${found} where it cannot stand: ${expected}`;
    throw refused(diagnostic("QUERY_SYNTAX", { reason }, { span: this.spanOf(token) }));
  }

  /** Ends the translation: the dialect has this, and we could not answer as it does. */
  unsupported(what: string, instead: string, token: { from: number; to: number }): never {
    const problem = diagnostic(
      "QUERY_UNSUPPORTED",
      { what, dialect: this.rules.title, instead },
      { span: this.spanOf(token) },
    );
    throw new DwSimError("QUERY_UNSUPPORTED", { reason: problem.message }, {
      problems: [problem],
    });
  }

  /** Notes how the answer of a function differs from the vendor's. */
  tell(name: Token, how: string): void {
    const span = this.spanOf(name);
    const detail = { name: name.text, dialect: this.rules.title, how };
    // Text that was tried as something else before is read twice.
    if (this.notes.some((note) => note.span?.offset === span.offset)) return;
    this.notes.push(diagnostic("QUERY_ANSWER_DIFFERS", detail, { span }));
  }

  spanOf({ from, to }: { from: number; to: number }): Span {
    return spanBetween(this.sql, from, to);
  }
}

/** The error of a text that was not run. */
export function refused(problem: Diagnostic): DwSimError {
  return new DwSimError("QUERY_REFUSED", { reason: problem.message }, { problems: [problem] });
}

/** The place of a piece of text. */
export function spanBetween(sql: string, from: number, to: number): Span {
  const before = sql.slice(0, from);
  return {
    offset: from,
    length: Math.max(1, to - from),
    line: before.split("\n").length,
    column: from - before.lastIndexOf("\n"),
  };
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
