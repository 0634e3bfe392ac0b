import { DwSimError, nearestNames, type Span } from "../errors/mod.ts";
import {
  bindParameters,
  findParameters,
  type ParameterValues,
  type QueryDialect,
  readScript,
} from "../query/mod.ts";

/** What a user wants to be asked, as they wrote it. */
export interface WrittenText {
  readonly sql: string;
  readonly dialect: QueryDialect;
  readonly parameters: ParameterValues;
  /** Which statement of the text is meant, counted from 1; the text is one alone when left out. */
  readonly statement?: number | undefined;
}

/** What is asked, and the way back to what the user wrote. */
export interface AskedStatement {
  /** With literals in the places of parameters. */
  readonly sql: string;
  /** An error or a note with its places in the user's text. */
  readonly placed: <Told>(told: Told) => Told;
}

/**
 * Takes a statement out of a text, and puts values in the places of its parameters.
 *
 * @throws DwSimError QUERY_STATEMENT_NOT_FOUND, QUERY_PARAMETER_UNUSED, QUERY_REFUSED.
 */
export function askedText(
  { sql, dialect, parameters, statement }: WrittenText,
): AskedStatement {
  refuseUnused(sql, { dialect, parameters });
  const piece = pieceOf(sql, dialect, statement);
  try {
    const bound = bindParameters(piece.sql, { dialect, values: parameters });
    const toText = (offset: number) => piece.toText(bound.toText(offset));
    const isSame = statement === undefined && bound.sql === sql;
    return {
      sql: bound.sql,
      placed: isSame ? (told) => told : (told) => placeIn(sql, told, toText),
    };
  } catch (error) {
    throw placeIn(sql, error, piece.toText);
  }
}

/** The statement that is meant, as the user wrote it; all of the text where there is none. */
export function writtenStatement(
  sql: string,
  { dialect, statement }: Pick<WrittenText, "dialect" | "statement">,
): string {
  const found = statement === undefined ? undefined : readScript(sql, dialect)[statement - 1];
  return found === undefined ? sql : sql.slice(found.offset, found.offset + found.length);
}

interface Piece {
  readonly sql: string;
  readonly toText: (offset: number) => number;
}

function pieceOf(sql: string, dialect: QueryDialect, number: number | undefined): Piece {
  if (number === undefined) return { sql, toText: (offset) => offset };
  const statements = readScript(sql, dialect);
  const found = statements[number - 1];
  if (found !== undefined) return found;
  throw new DwSimError("QUERY_STATEMENT_NOT_FOUND", { number, count: statements.length });
}

/** A value that nothing asks for is a name mistyped, here or in the text. */
function refuseUnused(
  sql: string,
  { dialect, parameters }: { dialect: QueryDialect; parameters: ParameterValues },
): void {
  if (parameters.size === 0) return;
  const names = new Set(findParameters(sql, dialect).map(({ name }) => name));
  for (const name of parameters.keys()) {
    if (names.has(name)) continue;
    throw new DwSimError("QUERY_PARAMETER_UNUSED", { name, near: nearestNames(name, names) });
  }
}

/** Gives errors, and lists of findings, their places in the user's text. */
function placeIn<Told>(text: string, told: Told, toText: (offset: number) => number): Told {
  const moved = <Finding extends { readonly span?: Span }>(finding: Finding): Finding =>
    finding.span === undefined ? finding : { ...finding, span: spanIn(text, finding.span, toText) };
  if (told instanceof DwSimError) {
    return told.withProblems(told.problems.map(moved)) as typeof told;
  }
  return Array.isArray(told) ? told.map(moved) as typeof told : told;
}

function spanIn(text: string, { offset, length }: Span, toText: (offset: number) => number): Span {
  const start = toText(offset);
  const before = text.slice(0, start);
  return {
    offset: start,
    length: Math.max(1, toText(offset + length) - start),
    line: before.split("\n").length,
    column: start - before.lastIndexOf("\n"),
  };
}
