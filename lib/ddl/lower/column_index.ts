import type { ParsedColumn, ParsedTable } from "../reader/parsed.ts";

/** Finds the columns of a finished table by name, in constant time. */
export class ColumnIndex {
  readonly #exact = new Map<string, ParsedColumn>();
  readonly #folded = new Map<string, ParsedColumn>();

  constructor(table: ParsedTable) {
    for (const column of table.columns) {
      const { name } = column.name;
      if (!this.#exact.has(name)) this.#exact.set(name, column);
      const folded = name.toLowerCase();
      if (!this.#folded.has(folded)) this.#folded.set(folded, column);
    }
  }

  /** By exact name, else without regard to case. */
  find(name: string): ParsedColumn | undefined {
    return this.#exact.get(name) ?? this.#folded.get(name.toLowerCase());
  }

  /** The first column that an engine could not tell from this one, if it is another. */
  twinOf(column: ParsedColumn): ParsedColumn | undefined {
    const first = this.#folded.get(column.name.name.toLowerCase());
    return first === column ? undefined : first;
  }
}
