/** One statement of a text; half open, in UTF-16 units. */
export interface Statement {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a text at its semicolons, as the server does: not at those in strings, quoted names, comments
 * and dollar quotes. What holds nothing but comments is no statement.
 *
 * @param dialect Whose quotes and comments count.
 */
export function splitStatements(text: string, dialect: string): readonly Statement[] {
  const hidden = hiddenBy(dialect);
  const found: Statement[] = [];
  let from = 0;
  let hasWords = false;
  for (let at = 0; at <= text.length;) {
    if (at === text.length || text[at] === ";") {
      if (hasWords) found.push(trimmed(text, from, at));
      from = ++at;
      hasWords = false;
      continue;
    }
    hidden.lastIndex = at;
    const [match] = hidden.exec(text) ?? [];
    const skipped = match === undefined || match === "" || isInName(text, at) ? 1 : match.length;
    hasWords ||= skipped === 1 ? /\S/.test(text[at]!) : !COMMENT.test(match!);
    at += skipped;
  }
  return found;
}

/** The statement at a place; the one before it where the place is behind its semicolon. */
export function statementAt(statements: readonly Statement[], at: number): Statement | null {
  const after = statements.findIndex(({ to }) => at <= to);
  const next = statements[after];
  if (next === undefined) return statements.at(-1) ?? null;
  return at >= next.from || after === 0 ? next : statements[after - 1]!;
}

const COMMENT = /^(?:--|\/\*|\/\/)/;

/** A dollar within a name opens nothing. */
function isInName(text: string, at: number): boolean {
  return text[at] === "$" && /[\p{L}\p{N}_$]/u.test(text[at - 1] ?? "");
}

function trimmed(text: string, from: number, to: number): Statement {
  const part = text.slice(from, to);
  const lead = part.length - part.trimStart().length;
  return { from: from + lead, to: from + part.trimEnd().length };
}

const PLAIN = "'(?:[^']|'')*'?";
const ESCAPED = String.raw`'(?:[^'\\]|\\[^]|'')*'?`;

/** Spec: the pages on string literals and comments of each vendor. */
function hiddenBy(dialect: string): RegExp {
  const isSnowflake = dialect === "snowflake";
  const escapes = isSnowflake || dialect === "redshift";
  const tag = isSnowflake ? String.raw`\$\$` : String.raw`\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$`;
  const parts = [
    escapes ? ESCAPED : String.raw`(?<=(?<![\p{L}\p{N}_$])[eE])${ESCAPED}|${PLAIN}`,
    '"(?:[^"]|"")*"?',
    String.raw`--[^\n]*(?:\n|$)`,
    ...isSnowflake ? [String.raw`\/\/[^\n]*(?:\n|$)`] : [],
    isSnowflake ? String.raw`\/\*(?:[^]*?\*\/|[^]*)` : nested(3),
    String.raw`(?<dollars>${tag})(?:[^]*?\k<dollars>|[^]*)`,
  ];
  return new RegExp(parts.join("|"), "uy");
}

/** Block comments in each other, so deep. */
function nested(depth: number): string {
  const inner = depth === 0 ? "" : `${nested(depth - 1)}|`;
  return String.raw`\/\*(?:${inner}(?!\*\/)[^])*(?:\*\/|$)`;
}
