import type { CsvRow } from "./_read_csv.ts";

/** A cell that is another one, or a row that is missing or too many. */
export interface AnswerDifference {
  readonly kind: "header" | "cell" | "missing" | "extra";
  /** From 1; 0 for the header. */
  readonly row: number;
  /** From 0; what a cell is called stands in the header. */
  readonly column: number;
  /** Null for NULL. Of rows, the whole row. */
  readonly expected: string | null;
  readonly answered: string | null;
}

/** Two texts that both are one of these are compared as numbers. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Compares two tables, headers first, in the order of their rows. Cells below headers that differ
 * are not looked at: they say nothing.
 *
 * @param expected The rows that should be, after a header.
 * @param answered The rows that are, after a header.
 */
export function* compareRows(
  expected: readonly CsvRow[],
  answered: readonly CsvRow[],
): Generator<AnswerDifference> {
  const headers = [...cellDifferences(expected[0] ?? [], answered[0] ?? [], 0)];
  if (headers.length > 0) return yield* headers;
  for (let row = 1; row < Math.max(expected.length, answered.length); row++) {
    const [wanted, got] = [expected[row], answered[row]];
    if (wanted !== undefined && got !== undefined) yield* cellDifferences(wanted, got, row);
    else {
      const kind = got === undefined ? "missing" : "extra";
      yield { kind, row, column: 0, expected: textOf(wanted), answered: textOf(got) };
    }
  }
}

function* cellDifferences(
  expected: CsvRow,
  answered: CsvRow,
  row: number,
): Generator<AnswerDifference> {
  for (let column = 0; column < Math.max(expected.length, answered.length); column++) {
    const [wanted = null, got = null] = [expected[column], answered[column]];
    if (isSame(wanted, got)) continue;
    yield { kind: row === 0 ? "header" : "cell", row, column, expected: wanted, answered: got };
  }
}

function isSame(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || !NUMBER.test(a) || !NUMBER.test(b)) return false;
  return plainNumber(a) === plainNumber(b);
}

/** Without what does not count: `+1.50` is `1.5`. Digits are kept, however many they are. */
function plainNumber(text: string): string {
  if (/e/i.test(text)) return String(Number(text));
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)0*(\d*)\.?(\d*?)0*$/.exec(text)!;
  const digits = `${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
  return sign === "-" && digits !== "0" ? `-${digits}` : digits;
}

function textOf(row: CsvRow | undefined): string | null {
  return row?.map((cell) => cell ?? "NULL").join(", ") ?? null;
}
