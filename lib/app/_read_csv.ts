/** The cells of a line; null where nothing stands, not even quotes. */
export type CsvRow = readonly (string | null)[];

/** A cell, plain or in quotes, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Reads comma-separated values (RFC 4180; lines may end in any way). An empty cell is NULL, and
 * `""` an empty text, as the engine writes them.
 *
 * @param text The file.
 * @returns Its rows; null at a line that is none.
 */
export function* readCsv(text: string): Generator<CsvRow | null> {
  CELL.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  let row: (string | null)[] = [];
  while (CELL.lastIndex < text.length || row.length > 0) {
    const found = CELL.exec(text);
    if (found === null) return yield null;
    const [, quoted, plain, end] = found;
    row.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    // After a last comma there is one more cell, an empty one.
    if (end === "," && CELL.lastIndex < text.length) continue;
    if (end === ",") row.push(null);
    yield row;
    row = [];
  }
}
