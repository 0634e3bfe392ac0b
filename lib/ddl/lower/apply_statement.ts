import { diagnostic } from "../../errors/mod.ts";
import type { CreateTable, ParsedTable, QualifiedName, Statement } from "../reader/parsed.ts";
import { nearNames } from "./_near_names.ts";
import { applyAlter } from "./apply_alter.ts";
import { applyCreate } from "./apply_create.ts";
import type { Lowering } from "./lowering.ts";
import { requireColumn } from "./require_column.ts";

/**
 * Lets one statement change the tables that exist.
 *
 * @param statement A statement that was read.
 * @param lowering Holds the tables.
 */
export function applyStatement(statement: Statement, lowering: Lowering): void {
  if (isReady(statement, lowering)) changeTables(statement, lowering);
  else lowering.deferred.push(statement);
}

/**
 * Applies the statements that came before the table they name, or tells that it never came.
 *
 * @param lowering Holds the tables at the end of the text.
 */
export function applyDeferred(lowering: Lowering): void {
  let waiting = lowering.deferred;
  // A copy may be of a copy: while one finds its table, another may find it next.
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((statement) => {
      const isDue = isReady(statement, lowering);
      if (isDue) changeTables(statement, lowering);
      return !isDue;
    });
  }
  for (const statement of waiting) changeTables(statement, lowering);
}

/** Whether the tables that a statement is about exist. */
function isReady(statement: Statement, { catalog }: Lowering): boolean {
  if (isAboutTable(statement)) return catalog.find(statement.table) !== undefined;
  if (statement.kind !== "create_table") return true;
  return sourcesOf(statement).every((name) => catalog.find(name, statement.table) !== undefined);
}

/** The tables whose columns a new one copies. */
function sourcesOf({ table, origin, copies }: CreateTable): readonly QualifiedName[] {
  const copied = copies.map((copy) => copy.table);
  const own = origin.kind === "like" || origin.kind === "clone" ? [origin.table] : [];
  return [...own, ...copied, ...table.inherits];
}

type StatementAboutTable = Extract<Statement, { readonly table: QualifiedName }>;

function isAboutTable(statement: Statement): statement is StatementAboutTable {
  return "table" in statement && statement.kind !== "create_table";
}

function changeTables(statement: Statement, lowering: Lowering): void {
  const { catalog } = lowering;
  switch (statement.kind) {
    case "create_table":
      return applyCreate(statement, lowering);
    case "alter_table":
      return withTable(lowering, { name: statement.table, statement: "ALTER TABLE" }, (table) => {
        applyAlter(table, statement.actions, lowering);
      });
    case "drop_table":
      return statement.tables.forEach((name) => dropTable(name, lowering));
    case "comment_on_table":
      return withTable(lowering, { name: statement.table, statement: "COMMENT ON" }, (table) => {
        setComment(table, statement.comment);
      });
    case "comment_on_column":
      return withTable(lowering, { name: statement.table, statement: "COMMENT ON" }, (table) => {
        const column = requireColumn(lowering, {
          table,
          name: statement.column,
          statement: "COMMENT ON",
        });
        if (column !== undefined) setComment(column, statement.comment);
      });
    case "create_unique_index":
      return withTable(lowering, { name: statement.table, statement: "CREATE INDEX" }, (table) => {
        table.uniqueKeys.push(statement.key);
      });
    case "create_enum":
      return catalog.addType(statement.name, { kind: "enum", labels: statement.labels });
    case "extend_enum": {
      const type = catalog.typeOf(statement.name.name.toUpperCase());
      if (type?.kind !== "enum") return;
      const labels = [...type.labels, statement.label];
      return catalog.addType(statement.name, { kind: "enum", labels });
    }
    case "create_domain":
      return catalog.addType(statement.name, {
        kind: "domain",
        type: statement.type,
        notNull: statement.notNull,
      });
    case "skipped":
      return;
  }
}

function withTable(
  lowering: Lowering,
  target: { readonly name: QualifiedName; readonly statement: string },
  change: (table: ParsedTable) => void,
): void {
  const { name, statement } = target;
  const table = lowering.catalog.find(name);
  if (table !== undefined) return change(table);
  const near = nearNames(name.name, [...lowering.catalog.tables], (known) => known.name.name);
  const detail = { statement, table: name.parts.join("."), near };
  lowering.report(diagnostic("DDL_TABLE_NOT_DEFINED", detail, lowering.place(name.region)));
}

function setComment(target: { comment?: string }, comment: string): void {
  if (comment === "") delete target.comment;
  else target.comment = comment;
}

/** Dropping a table that the file does not create is how many files begin: nothing to tell. */
function dropTable(name: QualifiedName, lowering: Lowering): void {
  const table = lowering.catalog.find(name);
  if (table === undefined) return;
  lowering.catalog.remove(table);
  const detail = { table: table.name.name };
  lowering.report(diagnostic("DDL_TABLE_DROPPED", detail, lowering.place(name.region)));
}
