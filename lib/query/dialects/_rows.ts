import { type Code, code, joined, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import type { Reader } from "./reader.ts";
import { spanning } from "./values.ts";

type Row = readonly Expression[];

/**
 * Compares rows member by member, as SQL asks: NULL where a member is. The engine takes rows for
 * values of their own, in which NULL equals NULL.
 *
 * @returns The comparison, or null if these are no rows of one length.
 */
export function compareRows(
  operator: string,
  [left, right]: readonly [Expression, Expression],
): Expression | null {
  if (left.row === undefined || left.row.length !== right.row?.length) return null;
  const written = comparison(operator, left.row, right.row);
  if (written === null) return null;
  return spanning(left, right, { code: code` (${written})`, holds: "boolean", atomic: true });
}

function comparison(operator: string, left: Row, right: Row): Code | null {
  const sides = (i: number, sign: string): Code =>
    code`${trimmed(left[i]!.code)} ${sign} ${trimmed(right[i]!.code)}`;
  const all = (sign: string, word: string) => joined(left.map((_, i) => sides(i, sign)), word);
  switch (operator) {
    case "=":
      return all("=", " AND ");
    case "<>":
    case "!=":
      return all("<>", " OR ");
    case "<":
    case ">":
    case "<=":
    case ">=": {
      let written = sides(left.length - 1, operator);
      for (let i = left.length - 2; i >= 0; i--) {
        written = code`${sides(i, operator[0]!)} OR (${sides(i, "=")} AND (${written}))`;
      }
      return written;
    }
  }
  return null;
}

/** `row IS NULL` asks it of every member, and so does `row IS NOT NULL`. */
export function rowIsNull(row: Row, not: boolean): Code {
  const each = row.map((member) => code`${trimmed(member.code)} IS ${not ? "NOT " : ""}NULL`);
  return code` (${joined(each, " AND ")})`;
}

/** `row IN (row, …)`. */
export function rowAmong(
  left: Expression,
  items: readonly Expression[],
  not: boolean,
): Code | null {
  const each = items.map((item) => compareRows("=", [left, item])?.code);
  if (each.some((written) => written === undefined)) return null;
  return code` ${not ? "NOT " : ""}(${joined(each.map((written) => trimmed(written!)), " OR ")})`;
}

/** `(start, end) OVERLAPS (start, length)`. */
export function readOverlaps(reader: Reader, left: Expression, power: number): Expression | null {
  if (!reader.isWord("OVERLAPS") || reader.rules.dialect !== "postgres" || power >= 60) return null;
  const word = reader.take();
  const right = reader.expression(60);
  if (left.row?.length !== 2 || right.row?.length !== 2) {
    return reader.syntax("expected two bounds on both sides", word);
  }
  const bounds = [left.row, right.row].flatMap(([start, end]): Code[] => {
    const from = trimmed(start!.code);
    const to = trimmed(end!.code);
    return [from, end!.holds === "interval" ? code`${from} + ${to}` : to];
  });
  return spanning(left, right, {
    code: code` dw_overlaps(${joined(bounds, ", ")})`,
    holds: "boolean",
    atomic: true,
    title: "overlaps",
  });
}
