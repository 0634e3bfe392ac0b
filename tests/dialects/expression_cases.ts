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

/** Numbers may differ where a double does; everything else is exact. */
export function sameAnswer(answer: string, expected: string): boolean {
  const [found, wanted] = [cells(answer), cells(expected)];
  return found.length === wanted.length &&
    found.every((cell, i) => cell === wanted[i] || sameNumber(cell, wanted[i]!));
}

function cells(rows: string): readonly string[] {
  return rows.split(" ; ").flatMap((row) => row.split(" | "));
}

function sameNumber(answer: string, expected: string): boolean {
  if (answer.trim() === "" || answer !== answer.trim()) return false;
  const [found, wanted] = [Number(answer), Number(expected)];
  return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}
