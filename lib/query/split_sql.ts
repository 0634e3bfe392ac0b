import type { QueryDialect } from "./dialects/mod.ts";
import { hiddenEnd, isCommentAt } from "./_hidden_end.ts";

/** One statement of a text, where it stands in it. */
export interface SqlStatement {
  /** Without its semicolon and the white space around it; comments before it belong to it. */
  readonly text: string;
  /** UTF-16 offset of `text` in the whole. */
  readonly offset: number;
}

/**
 * Cuts a text at its semicolons: not at those in strings, quoted names, comments and dollar quotes,
 * as the dialect has them. What is left open reaches to the end of the text.
 *
 * @param sql Any number of statements.
 * @param dialect Whose quotes and comments count.
 * @returns The statements that hold more than comments, in order.
 */
export function splitSql(sql: string, dialect: QueryDialect): readonly SqlStatement[] {
  const statements: SqlStatement[] = [];
  let from = 0;
  let hasWords = false;
  let at = 0;
  const close = () => {
    if (hasWords) statements.push(trimmed(sql, from, at));
    from = at + 1;
    hasWords = false;
  };
  while (at < sql.length) {
    const end = hiddenEnd(sql, at, dialect);
    if (end > at) {
      hasWords ||= !isCommentAt(sql, at);
      at = end;
      continue;
    }
    if (sql[at] === ";") close();
    else if (!SPACE.test(sql[at]!)) hasWords = true;
    at++;
  }
  close();
  return statements;
}

const SPACE = /\s/;

function trimmed(sql: string, from: number, to: number): SqlStatement {
  const text = sql.slice(from, to);
  const lead = text.length - text.trimStart().length;
  return { text: text.trim(), offset: from + lead };
}
