import { type QueryDialect } from "../../lib/query/mod.ts";

/** An expression or a query of a dialect, and what its vendor says comes of it. */
export interface ExpressionCase {
  readonly line: number;
  readonly text: string;
  /** The rows as the corpus writes them, or ERROR, or REFUSED. */
  readonly expected: string;
}

const FOLDER = new URL("../golden/expressions/", import.meta.url);

/** Reads the corpus of a dialect; its first lines say how it is written. */
export async function expressionCases(dialect: QueryDialect): Promise<readonly ExpressionCase[]> {
  const text = await Deno.readTextFile(new URL(`${dialect}.txt`, FOLDER));
  return text.split("\n").flatMap((written, index) => {
    const parts = /^(?!#)(.*) =>(?: (.*))?$/.exec(written);
    return parts === null ? [] : [{ line: index + 1, text: parts[1]!, expected: parts[2] ?? "" }];
  });
}

/** Rows as the corpus writes them. */
export function writtenRows(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => row.map((value) => value ?? "NULL").join(" | ")).join(" ; ");
}

/**
 * Numbers may differ where a double does; lists, documents and lengths of time may be shown as the
 * engine shows them, which the page of dialects says. Everything else is exact.
 */
export function sameAnswer(answer: string, expected: string): boolean {
  const [found, wanted] = [cells(answer), cells(expected)];
  return found.length === wanted.length && found.every((cell, i) => sameCell(cell, wanted[i]!));
}

function sameCell(answer: string, expected: string): boolean {
  return answer === expected || sameNumber(answer, expected) || sameShown(answer, expected);
}

function cells(rows: string): readonly string[] {
  return rows.split(" ; ").flatMap((row) => row.split(" | "));
}

function sameNumber(answer: string, expected: string): boolean {
  if (answer.trim() === "" || answer !== answer.trim()) return false;
  const [found, wanted] = [Number(answer), Number(expected)];
  return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

/** `{1,2}` and `[1, 2]`, `{"a": 1}` and `{"a":1}`, `1 mon` and `1 month`. */
function sameShown(answer: string, expected: string): boolean {
  const isList = /^\{.*\}$/.test(expected) && /^\[.*\]$/.test(answer);
  if (isList && bare(answer) === bare(expected)) return true;
  const document = sortedDocument(expected);
  if (document !== null) return document === sortedDocument(answer);
  const isLength = /^-?\d+ (?:year|mon|day)/.test(expected);
  return isLength && ofLength(answer) === ofLength(expected);
}

function bare(list: string): string {
  return list.replace(/["'\\\[\]{}]/g, "").replaceAll(", ", ",");
}

function ofLength(text: string): string {
  return text.replace(/mon(?:th)?s?/g, "month").replace(/days?/g, "day").replace(/\+(?=\d\d:)/, "");
}

/** A document with its keys in order, or null where the text is none. */
function sortedDocument(text: string): string | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    return JSON.stringify(
      JSON.parse(text),
      (_key, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1))
          : value,
    );
  } catch {
    return null;
  }
}
