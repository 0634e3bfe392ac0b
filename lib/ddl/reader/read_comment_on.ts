import type { Cursor } from "./cursor.ts";
import type { QualifiedName, Statement } from "./parsed.ts";

/**
 * Reads COMMENT ON.
 *
 * @param cursor At COMMENT.
 * @returns The comment; a skipped statement when it is about neither a table nor a column.
 */
export function readCommentOn(cursor: Cursor): Statement {
  const region = cursor.region();
  cursor.expectWords("COMMENT");
  cursor.acceptWords("IF EXISTS");
  cursor.expectWords("ON");
  if (cursor.acceptWords("TABLE")) {
    const table = cursor.qualifiedName("a table name");
    return { kind: "comment_on_table", table, comment: readText(cursor) };
  }
  if (!cursor.acceptWords("COLUMN")) return { kind: "skipped", words: "COMMENT ON", region };
  const path = cursor.qualifiedName("a column");
  if (path.parts.length < 2) cursor.unexpected("'.' and the column's name");
  const { table, column } = splitPath(path);
  return { kind: "comment_on_column", table, column, comment: readText(cursor) };
}

/** The last part of the path is the column, the rest its table. */
function splitPath(path: QualifiedName) {
  const parts = path.parts.slice(0, -1);
  return {
    table: { parts, name: parts.at(-1)!, region: path.region },
    column: { name: path.name, region: path.region },
  };
}

function readText(cursor: Cursor): string {
  cursor.expectWords("IS");
  return cursor.acceptWords("NULL") ? "" : cursor.string("the comment in quotes");
}
