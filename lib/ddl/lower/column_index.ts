import type { ParsedColumn, ParsedTable } from "../reader/parsed.ts";

/** Finds the columns of a finished table by name, in constant time. */
export class ColumnIndex {
  readonly #table: ParsedTable;
  /** The first column of each name, without regard to case. */
  readonly #folded = new Map<string, ParsedColumn>();

  constructor(table: ParsedTable) {
    this.#table = table;
    for (const column of table.columns) {
      const folded = column.name.name.toLowerCase();
      if (!this.#folded.has(folded)) this.#folded.set(folded, column);
    }
  }

  /** By exact name, else without regard to case. */
  find(name: string): ParsedColumn | undefined {
    const first = this.#folded.get(name.toLowerCase());
    if (first === undefined || first.name.name === name || !this.#hasTwins) return first;
    return this.#table.columns.find((column) => column.name.name === name) ?? first;
  }

  /** The first column that an engine could not tell from this one, if it is another. */
  twinOf(column: ParsedColumn): ParsedColumn | undefined {
    const first = this.#folded.get(column.name.name.toLowerCase());
    return first === column ? undefined : first;
  }

  get #hasTwins(): boolean {
    return this.#folded.size < this.#table.columns.length;
  }
}
