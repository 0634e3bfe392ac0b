import { type Diagnostic, DwSimError, type Span } from "../errors/mod.ts";

/** The error of a query that was not run, with the one finding that says why and where. */
export function refusal(problem: Diagnostic): DwSimError {
  return new DwSimError("QUERY_REFUSED", { reason: problem.message }, { problems: [problem] });
}

/** The error of a query that was not run for several reasons, the first of which it tells. */
export function refusals(problems: readonly Diagnostic[]): DwSimError {
  return new DwSimError("QUERY_REFUSED", { reason: problems[0]!.message }, { problems });
}

/** A name with its qualifiers, a text, a number, or any one character. */
const TOKEN = /^(?:(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\.(?=["\p{L}_]))?)+|^'[^']*'?|^\S/u;

/** The place of the word that starts at UTF-16 `offset`. */
export function spanOfWord(sql: string, offset: number): Span {
  const before = sql.slice(0, offset);
  return {
    offset,
    length: TOKEN.exec(sql.slice(offset))?.[0].length ?? 1,
    line: before.split("\n").length,
    column: offset - before.lastIndexOf("\n"),
  };
}

/** The engine counts in bytes of UTF-8; we count in UTF-16. */
export function offsetOfByte(sql: string, byteOffset: number): number {
  const bytes = new TextEncoder().encode(sql);
  return new TextDecoder().decode(bytes.subarray(0, byteOffset)).length;
}
