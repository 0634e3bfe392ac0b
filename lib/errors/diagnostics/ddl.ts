import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings of the ddl step. */
export const DDL_DIAGNOSTICS = {
  DDL_NOT_CLOSED: defineDiagnostic<{ what: string; closer: string }>(
    "error",
    ({ what }) => `This ${what} is not closed`,
    ({ what, closer }) => `Add "${closer}" where the ${what} ends`,
  ),
  DDL_UNEXPECTED: defineDiagnostic<{ expected: string; found: string }>(
    "error",
    ({ expected, found }) => `Expected ${expected} but found ${found}`,
    ({ found }) =>
      /[\u2018\u2019\u201c\u201d]/.test(found)
        ? "Replace typographic quotes with plain ' or \" quotes"
        : "Check the words, commas and brackets just before this place",
  ),
  DDL_MISSING_COMMA: defineDiagnostic<{ before: string }>(
    "error",
    ({ before }) => `A comma is missing before '${before}'`,
    ({ before }) => `Separate columns and constraints with commas: put ',' before '${before}'`,
  ),
  DDL_MISSING_TYPE: defineDiagnostic<{ column: string; found: string }>(
    "error",
    ({ column, found }) => `Column '${column}' has no data type: found ${found} instead`,
    ({ column }) => `Write a type after '${column}', such as INTEGER or VARCHAR(100)`,
  ),
  DDL_MISSPELLED: defineDiagnostic<{ word: string; near: readonly string[] }>(
    "error",
    ({ word }) => `'${word}' is not a word that can stand here`,
    ({ near }) => `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`,
  ),
  DDL_TYPE_ARGUMENT: defineDiagnostic<{ column: string; type: string; reason: string }>(
    "error",
    ({ column, type, reason }) => `Column '${column}' cannot be ${type}: ${reason}`,
    "Correct the numbers in the brackets after the type",
  ),
  DDL_DUPLICATE_COLUMN: defineDiagnostic<{ table: string; column: string; other: string }>(
    "error",
    ({ table, column, other }) =>
      column === other
        ? `Table '${table}' has column '${column}' twice`
        : `Table '${table}' has columns '${other}' and '${column}', which differ only in case`,
    "Remove or rename one of the two",
  ),
  DDL_UNKNOWN_COLUMN: defineDiagnostic<
    { table: string; column: string; role: string; near: readonly string[] }
  >(
    "error",
    ({ table, column, role }) =>
      `The ${role} names column '${column}', which table '${table}' does not have`,
    ({ table, near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : `Name a column of table '${table}'`,
  ),
  DDL_KEY_LENGTH: defineDiagnostic<{ table: string; own: number; referenced: number }>(
    "error",
    ({ table, own, referenced }) =>
      `A foreign key of table '${table}' has ${own} ${own === 1 ? "column" : "columns"} ` +
      `but references ${referenced}`,
    "Name as many referenced columns as own columns, in the same order",
  ),
  DDL_SECOND_PRIMARY_KEY: defineDiagnostic<{ table: string }>(
    "error",
    ({ table }) => `Table '${table}' has more than one primary key`,
    "Keep one; for a key of several columns write PRIMARY KEY (first, second) once",
  ),
  DDL_NO_COLUMNS: defineDiagnostic<{ table: string }>(
    "error",
    ({ table }) => `Table '${table}' has no columns`,
    "List at least one column with its type",
  ),
  DDL_LIMIT: defineDiagnostic<{ what: string; max: number; unit: string }>(
    "error",
    ({ what, max, unit }) => `${what} more than ${max.toLocaleString("en-US")} ${unit}`,
    "Remove it from the text; a schema does not need it",
  ),
  DDL_NO_TABLES: defineDiagnostic(
    "error",
    () => "The text defines no table that can be imported",
    "Paste at least one CREATE TABLE statement with a column list",
  ),

  DDL_UNKNOWN_TYPE: defineDiagnostic<{ column: string; type: string; near: readonly string[] }>(
    "warning",
    ({ column, type }) => `Column '${column}' has type '${type}', which is read as text`,
    ({ near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : "Use a built-in type, or put CREATE TYPE or CREATE DOMAIN in the same file",
  ),
  DDL_OTHER_DIALECT_TYPE: defineDiagnostic<
    { column: string; type: string; dialect: string; other: string }
  >(
    "warning",
    ({ column, type, dialect, other }) =>
      `Column '${column}' has type '${type}', which ${dialect} does not have; ` +
      `it is read as ${other} reads it`,
    "Check that the dialect is the one the file was written for",
  ),
  DDL_TYPE_ADJUSTED: defineDiagnostic<{ column: string; type: string; reason: string }>(
    "warning",
    ({ column, type, reason }) => `Column '${column}' cannot be ${type} exactly: ${reason}`,
    "Nothing to do if the narrower type is enough for your test",
  ),
  DDL_UNKNOWN_COLUMN_PROPERTY: defineDiagnostic<{ column: string; text: string }>(
    "warning",
    ({ column, text }) => `Column '${column}' has '${text}', which is kept as text and not used`,
    "Nothing to do if it does not change what the column holds",
  ),
  DDL_UNKNOWN_ENCODING: defineDiagnostic<
    { column: string; word: string; near: readonly string[] }
  >(
    "warning",
    ({ column, word }) =>
      `Column '${column}' has ENCODE ${word}, which the warehouse does not document; it is kept as text`,
    ({ near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : "Name an encoding such as AZ64, ZSTD or RAW",
  ),
  DDL_PROPERTY_COLUMN_UNKNOWN: defineDiagnostic<
    { table: string; property: string; column: string; near: readonly string[] }
  >(
    "warning",
    ({ table, property, column }) =>
      `${property} names column '${column}', which table '${table}' does not have; ` +
      `it is kept as text`,
    ({ table, near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : `Name a column of table '${table}'`,
  ),
  DDL_EMPTY_BRACKETS: defineDiagnostic<{ type: string }>(
    "warning",
    ({ type }) => `The brackets after '${type}' are empty; it is read as if they were not there`,
    "Write the length between the brackets, or remove them",
  ),
  DDL_TRAILING_COMMA: defineDiagnostic(
    "warning",
    () => "The list ends with a comma, which is ignored",
    "Remove the comma: most warehouses refuse it",
  ),
  DDL_MISSING_SEMICOLON: defineDiagnostic<{ word: string }>(
    "warning",
    ({ word }) => `A semicolon is missing before '${word}'; a new statement is read from here`,
    "End every statement with ';'",
  ),
  DDL_REFERENCED_TABLE_MISSING: defineDiagnostic<{ table: string; referenced: string }>(
    "warning",
    ({ table, referenced }) =>
      `Table '${table}' references table '${referenced}', which the text does not define. ` +
      `The foreign key is kept as text and not used`,
    ({ referenced }) => `Import '${referenced}' in the same file to get matching keys`,
  ),
  DDL_REFERENCED_KEY_MISSING: defineDiagnostic<{ table: string; referenced: string }>(
    "warning",
    ({ table, referenced }) =>
      `Table '${table}' references table '${referenced}' without naming columns, ` +
      `and '${referenced}' has no primary key. The foreign key is kept as text and not used`,
    ({ referenced }) => `Give '${referenced}' a primary key, or name the referenced columns`,
  ),
  DDL_REFERENCED_TYPE: defineDiagnostic<
    { table: string; column: string; type: string; referenced: string; referencedType: string }
  >(
    "warning",
    ({ table, column, type, referenced, referencedType }) =>
      `Column '${column}' of table '${table}' is ${type} but references '${referenced}', ` +
      `which is ${referencedType}. The foreign key is kept as text and not used`,
    "Give both columns the same type to get matching keys",
  ),
  DDL_REFERENCED_COLUMNS_REPEAT: defineDiagnostic<
    { table: string; referenced: string; columns: readonly string[] }
  >(
    "warning",
    ({ table, referenced, columns }) =>
      `Table '${table}' references (${columns.join(", ")}) of table '${referenced}', ` +
      `which is only a part of its key. The foreign key is kept as text and not used`,
    ({ referenced }) => `Reference the whole key of '${referenced}'`,
  ),
  DDL_REFERENCED_COLUMNS_UNIQUE: defineDiagnostic<
    { table: string; referenced: string; columns: readonly string[] }
  >(
    "warning",
    ({ table, referenced, columns }) =>
      `Table '${table}' references (${columns.join(", ")}) of table '${referenced}', ` +
      `which is not declared a key. Its values are made unique so that the foreign key holds`,
    ({ referenced }) => `Declare the columns UNIQUE in '${referenced}'`,
  ),
  DDL_TABLE_SKIPPED: defineDiagnostic<{ table: string; reason: string; hint: string }>(
    "warning",
    ({ table, reason }) => `Table '${table}' is skipped: ${reason}`,
    ({ hint }) => hint,
  ),
  DDL_COPIED_TABLE_MISSING: defineDiagnostic<{ table: string; copied: string }>(
    "warning",
    ({ table, copied }) =>
      `Table '${table}' takes columns from table '${copied}', which the text does not define; ` +
      `it has its own columns only`,
    ({ copied }) => `Add the CREATE TABLE of '${copied}'`,
  ),
  DDL_TABLE_LEFT_OUT: defineDiagnostic<{ table: string }>(
    "warning",
    ({ table }) => `Table '${table}' is left out, because an error stands against it`,
    "Correct the error and import again",
  ),
  DDL_REFERENCED_TABLE_LEFT_OUT: defineDiagnostic<{ table: string; referenced: string }>(
    "warning",
    ({ table, referenced }) =>
      `Table '${table}' references table '${referenced}', which is left out. ` +
      `The foreign key is kept as text and not used`,
    ({ referenced }) => `Correct the error in '${referenced}' to get matching keys`,
  ),
  DDL_TABLE_RENAMED: defineDiagnostic<{ table: string; renamed: string }>(
    "info",
    ({ table, renamed }) =>
      `Another table is already named '${table}'; this one is imported as '${renamed}'`,
    "Nothing to do: both are kept, foreign keys follow, and SQL finds it by its schema and name too",
  ),
  DDL_TABLE_REPLACED: defineDiagnostic<{ table: string }>(
    "warning",
    ({ table }) => `Table '${table}' is created again; the last definition is used`,
    "Remove the definition you do not want",
  ),
  DDL_TABLE_KEPT: defineDiagnostic<{ table: string }>(
    "warning",
    ({ table }) =>
      `Table '${table}' is created again with IF NOT EXISTS; the first definition is used`,
    "Remove the definition you do not want",
  ),
  DDL_TEMPLATE: defineDiagnostic<{ text: string }>(
    "warning",
    ({ text }) => `'${text}' is template text that was not filled in; it is read as it stands`,
    "Render the template first, or replace it with the real value",
  ),
  DDL_TABLE_NOT_DEFINED: defineDiagnostic<
    { statement: string; table: string; near: readonly string[] }
  >(
    "warning",
    ({ statement, table }) =>
      `${statement} names table '${table}', which the text does not define; it is skipped`,
    ({ near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : "Import its CREATE TABLE in the same file",
  ),
  DDL_COLUMN_NOT_DEFINED: defineDiagnostic<
    { statement: string; table: string; column: string; near: readonly string[] }
  >(
    "warning",
    ({ statement, table, column }) =>
      `${statement} names column '${column}', which table '${table}' does not have; it is skipped`,
    ({ table, near }) =>
      near.length > 0
        ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`
        : `Name a column of table '${table}'`,
  ),
  DDL_STATEMENT_NOT_READ: defineDiagnostic<{ word: string }>(
    "warning",
    ({ word }) =>
      `A statement that starts with '${word}' is not SQL that dw-sim knows; ` +
      `it is skipped`,
    "Remove it, or check the spelling of its first word",
  ),

  DDL_STATEMENTS_SKIPPED: defineDiagnostic<
    { count: number; kinds: readonly { readonly name: string; readonly count: number }[] }
  >(
    "info",
    ({ count, kinds }) =>
      `Skipped ${count === 1 ? "1 statement that defines" : `${count} statements that define`} ` +
      `no table: ${kinds.map((kind) => `${kind.name} × ${kind.count}`).join(", ")}`,
    "",
  ),
  DDL_UNKNOWN_PROPERTY: defineDiagnostic<
    { table: string; property: string; near: readonly string[] }
  >(
    "info",
    ({ table, property }) =>
      `Table '${table}' has property '${property}', which is kept as text and not used`,
    ({ near }) =>
      near.length > 0 ? `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?` : "",
  ),
  DDL_CHECK_KEPT: defineDiagnostic<{ table: string; kind: string }>(
    "info",
    ({ table, kind }) =>
      `A constraint (${kind}) of table '${table}' is kept as text; generated values may not meet it`,
    "Give the columns a range, a list of values or a rule that meets the constraint",
  ),
  DDL_COMPUTED_COLUMN: defineDiagnostic<{ column: string }>(
    "info",
    ({ column }) =>
      `Column '${column}' is computed from an expression, which is kept as text; ` +
      `its values are generated like those of any column`,
    "",
  ),
  DDL_UNBOUNDED_NUMERIC: defineDiagnostic<{ column: string; precision: number; scale: number }>(
    "info",
    ({ column, precision, scale }) =>
      `Column '${column}' has no precision; it is read as DECIMAL(${precision},${scale})`,
    "Write the precision and scale if they matter",
  ),
  DDL_ENUM_READ: defineDiagnostic<{ column: string; type: string; count: number }>(
    "info",
    ({ column, type, count }) =>
      `Column '${column}' of enum '${type}' is text with ${count} possible values`,
    "",
  ),
  DDL_TABLE_DROPPED: defineDiagnostic<{ table: string }>(
    "info",
    ({ table }) => `Table '${table}' is dropped here, so its earlier definition is not used`,
    "",
  ),
  DDL_PARTITION_SKIPPED: defineDiagnostic<{ table: string; parent: string }>(
    "info",
    ({ table, parent }) =>
      `'${table}' is a partition of table '${parent}', whose rows hold it; it is not a table here`,
    "",
  ),
} as const;
