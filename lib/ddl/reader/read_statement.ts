import { diagnostic, nearestNames } from "../../errors/mod.ts";
import { isTemplate, type StatementRange } from "../split_statements.ts";
import { TOKEN } from "../tokens.ts";
import { Cursor, type ReaderContext } from "./cursor.ts";
import { Fault, guard } from "./fault.ts";
import type { Statement } from "./parsed.ts";
import { readAlterTable } from "./read_alter_table.ts";
import { readCommentOn } from "./read_comment_on.ts";
import { readCreateOther } from "./read_create_other.ts";
import { readMisspelledTable } from "./read_misspelled_table.ts";
import { modifiesTable, readCreateTable, TABLE_MODIFIERS } from "./read_create_table.ts";

/**
 * Reads one statement. What cannot be read is reported, and does not touch the next statement.
 *
 * @param context What all statements of the file share.
 * @param range The statement's tokens.
 * @returns The statement; null when it could not be read, which has been reported.
 */
export function readStatement(context: ReaderContext, range: StatementRange): Statement | null {
  const cursor = new Cursor(context, range);
  let statement: Statement | null = null;
  guard(() => statement = read(cursor, range), context.report);
  return statement;
}

function read(cursor: Cursor, range: StatementRange): Statement | null {
  if (cursor.kind() === TOKEN.command) return skipped(cursor, "client commands");
  if (isTemplate(cursor.context.tokens, range.from, range.to)) {
    return skipped(cursor, "template text");
  }
  switch (cursor.word()) {
    case "CREATE":
      if (createsTable(cursor)) return readCreateTable(cursor);
      return readMisspelledTable(cursor) ?? readCreateOther(cursor);
    case "ALTER":
      return altersTable(cursor) ? readAlterTable(cursor) : readAlterOther(cursor);
    case "COMMENT":
      return readCommentOn(cursor);
    case "DROP":
      return readDrop(cursor);
    default:
      return readOther(cursor);
  }
}

function createsTable(cursor: Cursor): boolean {
  let ahead = 1;
  while (modifiesTable(cursor, ahead)) ahead++;
  return cursor.word(ahead) === "TABLE";
}

function altersTable(cursor: Cursor): boolean {
  return cursor.word(1) === "TABLE" || (TABLE_MODIFIERS.has(cursor.word(1)) &&
    cursor.word(2) === "TABLE");
}

function readAlterOther(cursor: Cursor): Statement {
  const words = twoWords(cursor);
  const statement = skipped(cursor, words);
  cursor.advance();
  if (cursor.acceptWords("TYPE")) return readEnumLabel(cursor) ?? statement;
  const near = nearestNames(cursor.word(), ["TABLE"], 1);
  if (near.length > 0) {
    const detail = { word: cursor.found().slice(1, -1), near };
    throw new Fault(diagnostic("DDL_MISSPELLED", detail, cursor.place()));
  }
  return statement;
}

/** ALTER TYPE … ADD VALUE: one more label of an enum. */
function readEnumLabel(cursor: Cursor): Statement | null {
  const name = cursor.qualifiedName("the type's name");
  if (!cursor.acceptWords("ADD VALUE")) return null;
  cursor.acceptWords("IF NOT EXISTS");
  return { kind: "extend_enum", name, label: cursor.string("a label in quotes") };
}

function readDrop(cursor: Cursor): Statement {
  const words = twoWords(cursor);
  const region = cursor.region();
  cursor.advance();
  if (TABLE_MODIFIERS.has(cursor.word())) cursor.advance();
  if (!cursor.acceptWords("TABLE")) return { kind: "skipped", words, region };
  cursor.acceptWords("IF EXISTS");
  const tables = [];
  do tables.push(cursor.qualifiedName("a table name")); while (cursor.acceptSymbol(","));
  return { kind: "drop_table", tables };
}

function readOther(cursor: Cursor): Statement | null {
  const word = cursor.word();
  const table = SQL_VERBS.has(word) && word !== "TABLE" ? null : readMisspelledTable(cursor);
  if (table !== null) return table;
  if (SQL_VERBS.has(word)) return skipped(cursor, word);
  const near = nearestNames(word, ["CREATE", "ALTER"], 1);
  if (word.length > 3 && near.length > 0) {
    const detail = { word: cursor.found().slice(1, -1), near };
    throw new Fault(diagnostic("DDL_MISSPELLED", detail, cursor.place()));
  }
  const detail = { word: cursor.found().slice(1, -1) };
  cursor.context.report(diagnostic("DDL_STATEMENT_NOT_READ", detail, cursor.place()));
  return null;
}

function skipped(cursor: Cursor, words: string): Statement {
  return { kind: "skipped", words, region: cursor.region() };
}

function twoWords(cursor: Cursor): string {
  return `${cursor.word()} ${cursor.word(1)}`.trim();
}

const SQL_VERBS = new Set(
  ("GRANT REVOKE INSERT UPDATE DELETE MERGE COPY UNLOAD USE SET UNSET SHOW DESCRIBE DESC TRUNCATE " +
    "BEGIN START COMMIT ROLLBACK END CALL EXECUTE EXEC SELECT WITH ANALYZE ANALYSE VACUUM PUT GET " +
    "LIST LS REMOVE RM UNDROP DECLARE DO LOCK RESET EXPLAIN PREPARE DEALLOCATE REFRESH REINDEX " +
    "CLUSTER SAVEPOINT RELEASE ABORT CANCEL CLOSE FETCH VALUES TABLE LET RETURN IF FOR LOOP WHILE " +
    "GO LISTEN NOTIFY UNLISTEN SECURITY IMPORT CHECKPOINT DISCARD REASSIGN MOVE LOAD PURGE ATTACH DETACH EXCEPTION LANGUAGE")
    .split(
      " ",
    ),
);
