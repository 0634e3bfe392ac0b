import { type Diagnostic, diagnostic, invariant } from "../../errors/mod.ts";
import { type ExperimentSchema, type Table, tablesByName } from "../../schema/mod.ts";
import type { WordBook } from "../generators/word_book.ts";
import { deriveKey } from "../random/derive_key.ts";
import type { HonouredChecks } from "./checks/honour_checks.ts";
import type { RandomKey } from "../random/random_key.ts";

interface PlanContextOptions {
  readonly schema: ExperimentSchema;
  readonly seed: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly book: WordBook;
  readonly checks: HonouredChecks;
}

/** What every step of planning shares: the question, the words, and the findings so far. */
export class PlanContext {
  readonly schema: ExperimentSchema;
  readonly book: WordBook;
  readonly seed: number;
  /** What checks ask of rows and texts; what they ask of columns, the schema's columns say. */
  readonly checks: HonouredChecks;
  readonly findings: Diagnostic[] = [];
  readonly #rows: ReadonlyMap<string, number>;
  readonly #pools = new Map<string, readonly string[]>();

  constructor({ schema, seed, rows, book, checks }: PlanContextOptions) {
    this.schema = schema;
    this.seed = seed;
    this.book = book;
    this.checks = checks;
    this.findings.push(...checks.findings);
    this.#rows = rows;
  }

  table(name: string): Table {
    const table = tablesByName(this.schema).get(name.toLowerCase());
    invariant(table !== undefined, `table '${name}' passed validation`);
    return table;
  }

  rowCount(table: Table): number {
    return this.#rows.get(table.name) ?? table.targetRows;
  }

  /** The key of one stream of randomness: a table, and what in it the stream is for. */
  key(table: Table, ...scope: string[]): RandomKey {
    return deriveKey(this.seed, [table.name, ...scope]);
  }

  /** Keeps a list of words for the workers; a name stands for one list in the whole plan. */
  keepPool(name: string, words: readonly string[]): string {
    this.#pools.set(name, words);
    return name;
  }

  get pools(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(this.#pools);
  }

  /** Reports a finding about a table or one of its columns, with its place in the schema's JSON. */
  report(...[code, detail, table, column]: ReportArguments): void {
    this.findings.push(diagnostic(code, detail as never, { path: this.#path(table, column) }));
  }

  #path(table: Table, column: string | undefined): string {
    const path = `$.tables[${this.schema.tables.indexOf(table)}]`;
    const index = table.columns.findIndex(({ name }) => name === column);
    return index < 0 ? path : `${path}.columns[${index}]`;
  }
}

type ReportArguments = [
  code: Parameters<typeof diagnostic>[0],
  detail: object,
  table: Table,
  column?: string,
];
