import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import type { QueryDialect } from "./dialects/mod.ts";
import { findParameters, type FoundParameter } from "./find_parameters.ts";
import { parameterLiteral } from "./_parameter_literal.ts";
import { refusals, spanOfWord } from "./_refusal.ts";
import type { ParameterValue } from "./parameter_value.ts";

/** Values by the names of their parameters, without colons. */
export type ParameterValues = ReadonlyMap<string, ParameterValue>;

export interface BindOptions {
  readonly dialect: QueryDialect;
  readonly values: ParameterValues;
}

/** A text whose parameters are literals now, and the way back. */
export interface BoundSql {
  readonly sql: string;
  /** From a UTF-16 offset in `sql` to the one in the text that was bound. */
  readonly toText: (offset: number) => number;
}

/**
 * Puts values in the places of a text's parameters, as literals of their types.
 *
 * @param text The user's text.
 * @param options Its dialect, and the values.
 * @throws DwSimError QUERY_REFUSED with every place that has no value.
 */
export function bindParameters(text: string, { dialect, values }: BindOptions): BoundSql {
  const found = findParameters(text, dialect);
  if (found.length === 0) return { sql: text, toText: (offset) => offset };
  const missing = found.filter(({ name }) => !values.has(name));
  if (missing.length > 0) throw refusals(missing.map((each) => missingAt(text, each, values)));
  const moves: Move[] = [];
  let sql = "";
  let from = 0;
  for (const { name, offset, length } of found) {
    const start = sql.length + offset - from;
    const literal = parameterLiteral(values.get(name)!, dialect);
    sql += text.slice(from, offset) + apart(literal, { text, offset, length });
    from = offset + length;
    moves.push({ start, end: sql.length, from: offset, to: from });
  }
  return { sql: sql + text.slice(from), toText: wayBack(moves) };
}

function missingAt(
  text: string,
  { name, offset }: FoundParameter,
  values: ParameterValues,
): Diagnostic {
  const span = { ...spanOfWord(text, offset), length: name.length + 1 };
  const near = nearestNames(name, values.keys());
  return diagnostic("QUERY_PARAMETER_MISSING", { name, near }, { span });
}

/** Blanks where the literal would grow together with what stands beside it. */
function apart(
  literal: string,
  { text, offset, length }: Omit<FoundParameter, "name"> & { readonly text: string },
): string {
  const before = offset === 0 || /[\s(,=<>]/.test(text[offset - 1]!) ? "" : " ";
  const after = /['"$.]/.test(text[offset + length] ?? "") ? " " : "";
  return before + literal + after;
}

/** A literal's place in the new text, and its parameter's in the old one. */
interface Move {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

function wayBack(moves: readonly Move[]): BoundSql["toText"] {
  return (offset) => {
    const move = moves.findLast(({ start }) => start <= offset);
    if (move === undefined) return offset;
    return offset < move.end ? move.from : move.to + offset - move.end;
  };
}
