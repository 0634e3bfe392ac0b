import type { ParsedColumn, ParsedTable } from "../reader/parsed.ts";

/** Up to so many columns looking at each is quicker, and smaller, than a map. */
const COLUMN_COUNT_SMALL = 64;

/** Finds the columns of a finished table by name. */
export class ColumnIndex {
  readonly #columns: readonly ParsedColumn[];
  /** Of large tables: the place of the first column of each name, without regard to case. */
  #places: ReadonlyMap<string, number> | null = null;

  constructor(table: ParsedTable) {
    this.#columns = table.columns;
  }

  /** Where the column stands: that of exactly this name, else without regard to case; or -1. */
  placeOf(name: string): number {
    if (this.#columns.length > COLUMN_COUNT_SMALL) return this.#placeInMap(name);
    const exact = this.#columns.findIndex((column) => column.name.name === name);
    if (exact >= 0) return exact;
    const folded = name.toLowerCase();
    return this.#columns.findIndex((column) => column.name.name.toLowerCase() === folded);
  }

  find(name: string): ParsedColumn | undefined {
    return this.#columns[this.placeOf(name)];
  }

  /** Names that differ only in case are an error, so that either column will do. */
  #placeInMap(name: string): number {
    this.#places ??= placesOf(this.#columns);
    return this.#places.get(name.toLowerCase()) ?? -1;
  }
}

function placesOf(columns: readonly ParsedColumn[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { name }] of columns.entries()) {
    const folded = name.name.toLowerCase();
    if (!places.has(folded)) places.set(folded, place);
  }
  return places;
}
