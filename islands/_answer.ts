import type { FindingJson } from "../components/finding_list.tsx";
import type { ShownProblem } from "../components/problem_banner.tsx";
import type { AnswerHead, Row } from "./_read_answer.ts";

/** What became of a statement, as far as it has come. */
export interface Answer {
  readonly id: number;
  /** The statement as it was written. */
  readonly sql: string;
  readonly dialect: string;
  readonly kind: "rows" | "plan";
  readonly state: "running" | "complete" | "failed" | "cancelled";
  /** Absent until the first byte. */
  readonly head: AnswerHead | null;
  /** All that have come; the list grows, so look at `rowCount`. */
  readonly rows: readonly Row[];
  readonly rowCount: number;
  /** True where there are more rows than a page should hold. */
  readonly isTruncated: boolean;
  readonly startedAtMs: number;
  readonly elapsedMs: number;
  readonly problem: ShownProblem | null;
}

/** Types of which values are lined up on the right, and can be drawn. */
export function isNumeric(type: string): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER|\d+)?\b|NUMBER|DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL)/i
    .test(type);
}

/** Types of which values lie on a line of time. */
export function isTemporal(type: string): boolean {
  return /^(?:DATE|TIMESTAMP|DATETIME)/i.test(type);
}

/** What a cell says; NULL is null. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * Rows as tab-separated values, which spreadsheets take: texts with tabs, quotes or line ends are
 * quoted, and NULL is nothing.
 */
export function tsvOf(rows: Iterable<Row>): string {
  let text = "";
  for (const row of rows) {
    text += `${row.map((value) => tsvCell(cellText(value) ?? "")).join("\t")}\n`;
  }
  return text;
}

/** Rows as CSV, quoted as in exported files: NULL is nothing, and an empty text is `""`. */
export function csvOf(rows: Iterable<Row>): string {
  let text = "";
  for (const row of rows) text += `${row.map((value) => csvCell(cellText(value))).join(",")}\n`;
  return text;
}

function csvCell(text: string | null): string {
  if (text === null) return "";
  return text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tsvCell(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A word that was put into a text: where, and how long it is. */
interface Inserted {
  readonly from: number;
  readonly by: number;
}

/** Findings at the places where they would be without the word. */
export function shiftedProblem(problem: ShownProblem, word: Inserted): ShownProblem {
  return { ...problem, errors: problem.errors.map((finding) => shifted(finding, word)) };
}

function shifted(finding: FindingJson, { from, by }: Inserted): FindingJson {
  const { span } = finding;
  if (span === undefined || span.offset < from) return finding;
  const moved = Math.min(by, span.offset - from);
  // Only in the line of the word is a column another one.
  const isSameLine = span.offset - span.column < from;
  const column = isSameLine ? span.column - moved : span.column;
  return { ...finding, span: { ...span, offset: span.offset - moved, column } };
}

/**
 * The order of rows by a column: numbers by size, everything else as texts, NULLs last.
 *
 * @returns Indices of rows; in the order in which they came where the values are equal.
 */
export function sortedOrder(
  rows: readonly Row[],
  { column, isNumber, direction }: {
    readonly column: number;
    readonly isNumber: boolean;
    readonly direction: "ascending" | "descending";
  },
): Uint32Array {
  const sign = direction === "ascending" ? 1 : -1;
  const order = Uint32Array.from(rows, (_, i) => i);
  if (isNumber) {
    const keys = Float64Array.from(rows, (row) => row[column] === null ? NaN : Number(row[column]));
    return order.sort((a, b) => compareNumbers(keys[a]!, keys[b]!, sign) || a - b);
  }
  const keys = rows.map((row) => cellText(row[column]));
  return order.sort((a, b) => compareTexts(keys[a]!, keys[b]!, sign) || a - b);
}

function compareNumbers(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : a < b ? -sign : sign;
}

function compareTexts(a: string | null, b: string | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a === b ? 0 : a < b ? -sign : sign;
}
