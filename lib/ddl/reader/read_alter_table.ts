import { diagnostic, nearestNames } from "../../errors/mod.ts";
import type { Cursor } from "./cursor.ts";
import { Fault } from "./fault.ts";
import {
  type AlterAction,
  emptyTable,
  type Identifier,
  type QualifiedName,
  type Statement,
} from "./parsed.ts";
import { readColumn, refuseMissingType } from "./read_column.ts";
import { readTableConstraint, startsTableConstraint } from "./read_constraint.ts";
import { readExpression } from "./read_expression.ts";
import { readIdentity } from "./read_identity.ts";
import { readType } from "./read_type.ts";

/**
 * Reads ALTER TABLE: additions of columns and keys, and the changes of columns that show in data.
 *
 * @param cursor At ALTER.
 * @returns The changes; a skipped statement when none of them shows in data.
 */
export function readAlterTable(cursor: Cursor): Statement {
  const region = cursor.region();
  cursor.expectWords("ALTER");
  for (const word of ["ICEBERG", "EXTERNAL", "DYNAMIC", "FOREIGN"]) cursor.acceptWords(word);
  cursor.expectWords("TABLE");
  cursor.acceptWords("IF EXISTS");
  cursor.acceptWords("ONLY");
  const table = cursor.qualifiedName("a table name");
  cursor.acceptSymbol("*");
  const actions: AlterAction[] = [];
  let verb = "";
  do {
    verb = readAction(cursor, { table, actions, before: verb });
    if (!cursor.done && !cursor.isSymbol(",")) passAction(cursor);
  } while (cursor.acceptSymbol(","));
  if (actions.length === 0) return { kind: "skipped", words: "ALTER TABLE", region };
  return { kind: "alter_table", table, actions };
}

/** Reads one action; without a verb of its own it repeats the one before. */
function readAction(
  cursor: Cursor,
  { table, actions, before }: {
    readonly table: QualifiedName;
    readonly actions: AlterAction[];
    readonly before: string;
  },
): string {
  const verb = VERBS.has(cursor.word()) ? cursor.word() : before;
  if (verb === cursor.word()) cursor.advance();
  switch (verb) {
    case "ADD":
      readAdd(cursor, table, actions);
      break;
    case "ALTER":
    case "MODIFY":
      readAlter(cursor, actions);
      break;
    case "DROP":
      readDrop(cursor, actions);
      break;
    case "RENAME":
      readRename(cursor, actions);
      break;
    case "ATTACH":
      cursor.expectWords("PARTITION");
      actions.push({
        kind: "attach_partition",
        partition: cursor.qualifiedName("the partition"),
      });
      passAction(cursor);
      break;
    case "CLUSTER":
      readCluster(cursor, actions);
      break;
    default:
      if (verb === "") refuseMisspelled(cursor);
      passAction(cursor);
  }
  return verb;
}

/** A change that is passed over because of a typing mistake would be missed. */
function refuseMisspelled(cursor: Cursor): void {
  const near = nearestNames(cursor.word(), CHANGING_VERBS, 1);
  if (near.length === 0) return;
  const detail = { word: cursor.found().slice(1, -1), near };
  throw new Fault(diagnostic("DDL_MISSPELLED", detail, cursor.place()));
}

function readAdd(cursor: Cursor, table: QualifiedName, actions: AlterAction[]): void {
  const columns = emptyTable(table);
  if (startsTableConstraint(cursor)) readTableConstraint(cursor, columns);
  else if (NOT_A_COLUMN.has(cursor.word())) return passAction(cursor);
  else {
    if (!cursor.acceptWords("COLUMNS")) cursor.acceptWords("COLUMN");
    cursor.acceptWords("IF NOT EXISTS");
    // Oracle, Hive and MySQL take several columns in brackets.
    const isList = cursor.acceptSymbol("(");
    do readColumn(cursor, columns); while (isList && cursor.acceptSymbol(","));
    if (isList) cursor.expectSymbol(")", "',' or ')'");
    for (const column of columns.columns) refuseMissingType(cursor, column);
  }
  actions.push({ kind: "add_column", columns });
}

function readAlter(cursor: Cursor, actions: AlterAction[]): void {
  if (PHYSICAL.has(cursor.word())) return readPhysical(cursor, actions);
  const isList = cursor.acceptSymbol("(");
  do {
    cursor.acceptWords("COLUMN");
    readColumnChange(cursor, { actions, column: cursor.identifier("a column") });
  } while (isList && cursor.acceptSymbol(","));
  if (isList) cursor.expectSymbol(")", "',' or ')'");
}

interface ColumnChange {
  readonly actions: AlterAction[];
  readonly column: Identifier;
}

function readColumnChange(cursor: Cursor, { actions, column }: ColumnChange): void {
  if (cursor.acceptWords("SET NOT NULL")) {
    actions.push({ kind: "set_not_null", column, notNull: true });
  } else if (cursor.acceptWords("DROP NOT NULL")) {
    actions.push({ kind: "set_not_null", column, notNull: false });
  } else if (cursor.acceptWords("SET DEFAULT")) {
    actions.push({ kind: "set_default", column, expression: readExpression(cursor) });
  } else if (cursor.acceptWords("DROP DEFAULT")) {
    actions.push({ kind: "set_default", column });
  } else if (cursor.acceptWords("TYPE") || cursor.acceptWords("SET DATA TYPE")) {
    const from = cursor.index;
    const type = readType(cursor);
    actions.push({ kind: "set_type", column, type, region: cursor.region(from) });
    if (cursor.acceptWords("USING")) readExpression(cursor);
  } else if (cursor.acceptWords("ADD GENERATED")) {
    if (!cursor.acceptWords("ALWAYS")) cursor.expectWords("BY DEFAULT");
    cursor.expectWords("AS IDENTITY");
    actions.push({ kind: "set_identity", column, identity: readIdentity(cursor) });
  } else if (cursor.acceptWords("COMMENT")) {
    const comment = cursor.string("the comment in quotes");
    actions.push({ kind: "set_comment", column, comment });
  } else if (cursor.rules.types.has(cursor.word())) {
    // MODIFY name VARCHAR(20) NOT NULL.
    const from = cursor.index;
    const type = readType(cursor);
    actions.push({ kind: "set_type", column, type, region: cursor.region(from) });
    if (cursor.acceptWords("NOT NULL")) {
      actions.push({ kind: "set_not_null", column, notNull: true });
    }
    passAction(cursor);
  } else passAction(cursor);
}

/** Redshift's ALTER DISTSTYLE, DISTKEY and SORTKEY. */
function readPhysical(cursor: Cursor, actions: AlterAction[]): void {
  const name = cursor.word() === "COMPOUND" ? "sortkey" : cursor.word().toLowerCase();
  cursor.advance();
  cursor.acceptWords("SORTKEY");
  const from = cursor.index;
  passAction(cursor);
  actions.push({ kind: "set_property", name, value: cursor.textFrom(from) });
}

function readCluster(cursor: Cursor, actions: AlterAction[]): void {
  // PostgreSQL's CLUSTER ON names an index.
  if (!cursor.acceptWords("BY")) return passAction(cursor);
  const from = cursor.index;
  passAction(cursor);
  actions.push({ kind: "set_property", name: "cluster_by", value: cursor.textFrom(from) });
}

function readDrop(cursor: Cursor, actions: AlterAction[]): void {
  if (!cursor.acceptWords("COLUMN") && NOT_A_COLUMN.has(cursor.word())) return passAction(cursor);
  cursor.acceptWords("IF EXISTS");
  actions.push({ kind: "drop_column", column: cursor.identifier("a column") });
  if (!cursor.acceptWords("CASCADE")) cursor.acceptWords("RESTRICT");
}

function readRename(cursor: Cursor, actions: AlterAction[]): void {
  if (cursor.acceptWords("TO")) {
    actions.push({ kind: "rename_table", to: cursor.qualifiedName("the new name") });
  } else if (cursor.word() !== "CONSTRAINT") {
    cursor.acceptWords("COLUMN");
    const column = cursor.identifier("a column");
    cursor.expectWords("TO");
    actions.push({ kind: "rename_column", column, to: cursor.identifier("the new name") });
  } else passAction(cursor);
}

/** Passes over an action, or the rest of one, that does not show in data. */
function passAction(cursor: Cursor): void {
  while (!cursor.done && !cursor.isSymbol(",")) {
    if (cursor.isSymbol("(")) cursor.skipParentheses();
    else cursor.advance();
  }
}

const CHANGING_VERBS = ["ADD", "ALTER", "MODIFY", "DROP", "RENAME"];
const VERBS = new Set([
  "ADD",
  "ALTER",
  "MODIFY",
  "DROP",
  "RENAME",
  "ATTACH",
  "CLUSTER",
  ..."OWNER ENABLE DISABLE SET UNSET RESET SWAP SUSPEND RESUME RECLUSTER APPEND DETACH FORCE NO"
    .split(" "),
  ..."INHERIT VALIDATE REPLICA CLUSTERING UNCLUSTER REFRESH".split(" "),
]);
const PHYSICAL = new Set(["DISTSTYLE", "DISTKEY", "SORTKEY", "COMPOUND", "ENCODE"]);
/** What ADD and DROP can name besides columns. */
const NOT_A_COLUMN = new Set(
  ("CONSTRAINT PRIMARY UNIQUE FOREIGN ROW ALL CLUSTERING SEARCH PARTITION JOIN AGGREGATION STORAGE")
    .split(" "),
);
