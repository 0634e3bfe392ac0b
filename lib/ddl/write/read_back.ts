import type { Column, Dialect, LogicalType, Table } from "../../schema/mod.ts";
import { importDdl } from "../import_ddl.ts";

/*
 * A schema may hold any text where a type, a default or a property is kept: it may come from a
 * file that somebody else wrote. What is written into a statement must not end it, or begin
 * another. So a text is believed when the import reads the very same text back, alone.
 */

/** Whether a text can stand after DEFAULT. */
export function isExpression(text: string, dialect: Dialect): boolean {
  const column = readColumn(`a INT DEFAULT ${text}`, dialect);
  return column?.defaultExpression === text && column.nullable === (column.identity === undefined);
}

/**
 * Understands a declared type as the import does.
 *
 * @param text `NUMBER(38,0)`.
 * @param dialect Whose type it is.
 * @returns The type, or null when the text is anything but a type.
 */
export function readDeclaredType(text: string, dialect: Dialect): LogicalType | null {
  const column = readColumn(`a ${text}`, dialect);
  return column?.declaredType === text ? column.type : null;
}

/** Whether a declared type counts up by itself. */
export function isSerial(text: string, dialect: Dialect): boolean {
  return readColumn(`a ${text}`, dialect)?.identity !== undefined;
}

/** Whether a clause at a column says what it is to say, and no more. */
export function isColumnClause(
  clause: string,
  { name, value, dialect }: ClauseMeaning,
): boolean {
  const { properties } = readColumn(`a INT ${clause}`, dialect) ?? {};
  return properties?.[name] === value && Object.keys(properties).length === 1;
}

/** The same for a clause after the columns. */
export function isTableClause(
  clause: string,
  { name, value, dialect }: ClauseMeaning,
): boolean {
  const { properties, columns } = readTable(`CREATE TABLE t (a INT)\n${clause}\n`, dialect) ?? {};
  return columns?.length === 1 && properties?.[name] === value &&
    Object.keys(properties).length === 1;
}

/** Whether a text is one condition that can stand in the brackets of CHECK. */
export function isCheck(
  { text, dialect }: { readonly text: string; readonly dialect: Dialect },
): boolean {
  const table = readTable(`CREATE TABLE t (a INT, CHECK (${text})\n)`, dialect);
  const { checks = [], columns = [], properties } = table ?? {};
  return columns.length === 1 && checks.length === 1 && checks[0]!.text === text &&
    properties === undefined;
}

/** Under which name the import keeps which text. */
export interface ClauseMeaning {
  readonly name: string;
  readonly value: string;
  readonly dialect: Dialect;
}

function readColumn(text: string, dialect: Dialect): Column | null {
  const { columns = [] } = readTable(`CREATE TABLE t (${text}\n)`, dialect) ?? {};
  const [column, ...others] = columns;
  return column !== undefined && others.length === 0 ? column : null;
}

function readTable(text: string, dialect: Dialect): Table | null {
  const { schema, diagnostics } = importDdl(text, { name: "t", dialect, strict: true });
  const [table, ...others] = schema?.tables ?? [];
  const isAlone = table !== undefined && others.length === 0 && isPlain(table);
  return isAlone && !diagnostics.some(({ code }) => STRANGE.has(code)) ? table : null;
}

function isPlain({ primaryKey, uniqueKeys, foreignKeys }: Table): boolean {
  return primaryKey.length + uniqueKeys.length + foreignKeys.length === 0;
}

/** Signs that there was more than one statement, or text that is not what it seems. */
const STRANGE: ReadonlySet<string> = new Set([
  "DDL_MISSING_SEMICOLON",
  "DDL_STATEMENTS_SKIPPED",
  "DDL_TEMPLATE",
]);
