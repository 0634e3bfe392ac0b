import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about an experiment schema. */
export const SCHEMA_DIAGNOSTICS = {
  COMPOSITE_PRIMARY_KEY: defineDiagnostic<
    { table: string; columns: readonly string[]; surrogate: string }
  >(
    "info",
    ({ table, columns, surrogate }) =>
      `Table '${table}' has a composite primary key (${columns.join(", ")}). ` +
      `A surrogate key column '${surrogate}' has been added for generation. ` +
      `Original columns are preserved.`,
    "Nothing to do: the original columns stay unique together",
  ),

  // Shape: what stands where something else was expected.
  FIELD_MISSING: defineDiagnostic<{ field: string }>(
    "error",
    ({ field }) => `The field '${field}' is missing`,
    ({ field }) => `Add "${field}" there`,
  ),
  FIELD_UNKNOWN: defineDiagnostic<Near & { field: string; known: readonly string[] }>(
    "error",
    ({ field }) => `'${field}' is not a field that belongs here`,
    ({ near, known }) => near.length > 0 ? didYouMean(near) : `Use one of ${known.join(", ")}`,
  ),
  FIELD_IGNORED: defineDiagnostic<{ field: string; where: string; instead: string }>(
    "warning",
    ({ field, where }) => `The field '${field}' of ${where} has no effect and is left out`,
    ({ instead }) => instead,
  ),
  VALUE_WRONG: defineDiagnostic<{ expected: string; found: string }>(
    "error",
    ({ expected, found }) => `Expected ${expected}, found ${found}`,
    ({ expected }) => `Write ${expected} there`,
  ),
  WORD_UNKNOWN: defineDiagnostic<Near & { word: string; known: readonly string[] }>(
    "error",
    ({ word }) => `'${word}' is not known here`,
    ({ near, known }) =>
      (near.length > 0 ? `${didYouMean(near)} ` : "") + `Known are ${known.join(", ")}`,
  ),
  SCHEMA_LIMIT: defineDiagnostic<{ what: string; value: number; max: number }>(
    "error",
    ({ what, value, max }) => `${what} is ${number(value)}, and ${number(max)} is the limit`,
    ({ max }) => `Stay at ${number(max)} or below`,
  ),

  // Names.
  NAME_NOT_ALLOWED: defineDiagnostic<{ what: string; name: string; reason: string }>(
    "error",
    ({ what, name, reason }) => `'${name}' cannot be ${what} name: ${reason}`,
    "Use letters, digits and underscores, starting with a letter or an underscore",
  ),
  NAME_TAKEN: defineDiagnostic<{ what: string; name: string; first: string }>(
    "error",
    ({ what, name, first }) => `'${name}' is already the name of ${what}, at ${first}`,
    "Give every one its own name; upper and lower case count as the same",
  ),
  TABLE_EMPTY: defineDiagnostic<{ table: string }>(
    "error",
    ({ table }) => `Table '${table}' has no columns`,
    "Give it at least one column",
  ),
  SCHEMA_EMPTY: defineDiagnostic(
    "error",
    () => "The schema has no tables",
    "Give it at least one table",
  ),
  ROW_COUNT_WRONG: defineDiagnostic<{ table: string; found: number }>(
    "error",
    ({ table, found }) => `Table '${table}' cannot have ${found} rows`,
    "Use a whole number, 0 or more",
  ),

  // Rules.
  PATTERN_WRONG: defineDiagnostic<{ pattern: string; reason: string; at: number }>(
    "error",
    ({ pattern, reason, at }) => `The pattern '${pattern}' fails at character ${at}: ${reason}`,
    "Use characters, classes such as [A-Z] and \\d, counts such as {3}, groups and |",
  ),
  RULE_WRONG: defineDiagnostic<{ text: string; reason: string; at: number }>(
    "error",
    ({ text, reason, at }) => `The rule '${text}' is not one from character ${at} on: ${reason}`,
    "Write it like 'quantity * price', 'created_at + 1..30 days' or 'when paid then created_at'",
  ),
  RULE_NAME_UNKNOWN: defineDiagnostic<
    Near & { name: string; at: number; known: readonly string[] }
  >(
    "error",
    ({ name, at }) => `'${name}', at character ${at} of the rule, is no column here`,
    ({ near, known }) =>
      near.length > 0 ? didYouMean(near) : `Use one of ${known.join(", ") || "the columns"}`,
  ),
  RULE_AMBIGUOUS: defineDiagnostic<{ name: string; at: number; known: readonly string[] }>(
    "error",
    ({ name, at }) =>
      `More than one foreign key leads to '${name}', at character ${at} of the rule`,
    ({ known }) => `Name the column of one of them instead: ${known.join(", ")}`,
  ),
  RULE_CIRCLE: defineDiagnostic<{ names: readonly string[] }>(
    "error",
    ({ names }) => `The rules go round in a circle: ${names.join(" → ")}`,
    "Let one of these columns do without the others",
  ),
  RULE_CONTRADICTS: defineDiagnostic<{ column: string; reason: string }>(
    "error",
    ({ column, reason }) => `Column '${column}' cannot have a rule: ${reason}`,
    "Drop the rule, or give it to another column",
  ),

  // Types.
  DATA_TYPE_UNKNOWN: defineDiagnostic<Near & { word: string; common: readonly string[] }>(
    "error",
    ({ word }) => `'${word}' is not a data type of dw-sim`,
    ({ near, common }) =>
      near.length > 0 ? didYouMean(near) : `Common types are ${common.join(", ")}`,
  ),
  DATA_TYPE_DETAIL: defineDiagnostic<{ type: string; reason: string; advice: string }>(
    "error",
    ({ type, reason }) => `The type '${type}' is not possible: ${reason}`,
    ({ advice }) => advice,
  ),
  FIELD_NOT_FOR_TYPE: defineDiagnostic<{ field: string; type: string; allowed: string }>(
    "error",
    ({ field, type }) => `'${field}' has no meaning for a column of type ${type}`,
    ({ field, allowed }) => `Remove '${field}', or use ${allowed}`,
  ),

  // What a column may hold.
  RANGE_REVERSED: defineDiagnostic<{ low: string; high: string; from: string; to: string }>(
    "error",
    ({ low, high, from, to }) => `${low} ${from} is above ${high} ${to}`,
    ({ low, high }) => `Make ${low} the smaller one, or swap it with ${high}`,
  ),
  RANGE_EMPTY: defineDiagnostic<{ from: number; to: number; type: string }>(
    "error",
    ({ from, to, type }) => `No value of type ${type} lies between ${from} and ${to}`,
    "Widen the range, or use a type with decimals",
  ),
  RANGE_OUTSIDE_TYPE: defineDiagnostic<{ field: string; value: number; type: string }>(
    "error",
    ({ field, value, type }) => `${field} ${value} does not fit in the type ${type}`,
    "Use a wider type, or bring the value within it",
  ),
  DATE_WRONG: defineDiagnostic<{ field: string; text: string; form: string }>(
    "error",
    ({ field, text }) => `${field} '${text}' is not a date of the calendar`,
    ({ form }) => `Write it as ${form}`,
  ),
  NULLS_CONTRADICT: defineDiagnostic<{ column: string; reason: string }>(
    "error",
    ({ column, reason }) => `Column '${column}' cannot be NULL: ${reason}`,
    "Set required to false, or remove what asks for NULLs",
  ),
  NULL_RATE_WRONG: defineDiagnostic<{ column: string; found: number }>(
    "error",
    ({ column, found }) => `The null_rate ${found} of column '${column}' is not a share`,
    "Use a number from 0 to 1: 0.05 makes 5 % of the values NULL",
  ),
  DISTRIBUTION_WRONG: defineDiagnostic<{ kind: string; reason: string; advice: string }>(
    "error",
    ({ kind, reason }) => `The distribution '${kind}' is not possible here: ${reason}`,
    ({ advice }) => advice,
  ),
  IDENTITY_WRONG: defineDiagnostic<{ column: string; reason: string }>(
    "error",
    ({ column, reason }) => `The identity of column '${column}' is not possible: ${reason}`,
    "Use identity on an integer column, with a whole start and a step other than 0",
  ),

  // Keys.
  KEY_EMPTY: defineDiagnostic<{ table: string; key: string }>(
    "error",
    ({ table, key }) => `A ${key} of table '${table}' names no columns`,
    "Name its columns, or remove it",
  ),
  KEY_COLUMN_UNKNOWN: defineDiagnostic<
    Near & { table: string; column: string; key: string; known: readonly string[] }
  >(
    "error",
    ({ table, column, key }) => `A ${key} names '${column}', which table '${table}' does not have`,
    ({ near, known }) => near.length > 0 ? didYouMean(near) : columnsAre(known),
  ),
  KEY_COLUMN_TWICE: defineDiagnostic<{ table: string; column: string; key: string }>(
    "error",
    ({ table, column, key }) => `A ${key} of table '${table}' names '${column}' twice`,
    "Name every column of a key once",
  ),
  PRIMARY_KEY_NOT_UNIQUE: defineDiagnostic<{ table: string; column: string }>(
    "error",
    ({ table, column }) =>
      `Column '${column}' is the primary key of table '${table}' and is marked as not unique`,
    "Remove is_unique, or set it to true",
  ),

  // References.
  FOREIGN_KEY_TABLE_UNKNOWN: defineDiagnostic<Near & { table: string; parent: string }>(
    "error",
    ({ table, parent }) => `Table '${table}' references table '${parent}', which does not exist`,
    ({ near, parent }) => near.length > 0 ? didYouMean(near) : `Add a table '${parent}'`,
  ),
  FOREIGN_KEY_COLUMN_UNKNOWN: defineDiagnostic<
    Near & { table: string; parent: string; column: string; known: readonly string[] }
  >(
    "error",
    ({ table, parent, column }) =>
      `Table '${table}' references column '${column}', which table '${parent}' does not have`,
    ({ near, known }) => near.length > 0 ? didYouMean(near) : columnsAre(known),
  ),
  FOREIGN_KEY_COUNT: defineDiagnostic<{ table: string; count: number; parentCount: number }>(
    "error",
    ({ table, count, parentCount }) =>
      `A foreign key of table '${table}' has ${count} columns and references ${parentCount}`,
    "Name as many columns on both sides, in the same order",
  ),
  FOREIGN_KEY_PER_PARENT: defineDiagnostic<{ table: string; reason: string; advice: string }>(
    "error",
    ({ table, reason }) => `A foreign key of table '${table}' cannot have per_parent: ${reason}`,
    ({ advice }) => advice,
  ),
  FOREIGN_KEY_TYPE: defineDiagnostic<
    { column: string; type: string; parentColumn: string; parentType: string }
  >(
    "error",
    ({ column, type, parentColumn, parentType }) =>
      `'${column}' is ${type}, and '${parentColumn}', which it references, is ${parentType}`,
    "Give both columns the same type",
  ),
  FOREIGN_KEY_NOT_A_KEY: defineDiagnostic<
    { table: string; parent: string; columns: readonly string[]; keys: readonly string[] }
  >(
    "error",
    ({ table, parent, columns }) =>
      `Table '${table}' references (${columns.join(", ")}) of table '${parent}', ` +
      `which is not a key there`,
    ({ keys, parent }) =>
      keys.length > 0
        ? `Reference one of its keys: ${keys.join(", ")}; or make the column unique`
        : `Mark the referenced column of '${parent}' as unique, or make it its primary key`,
  ),
  FOREIGN_KEY_TWICE: defineDiagnostic<{ table: string; columns: readonly string[]; first: string }>(
    "error",
    ({ table, columns, first }) =>
      `Table '${table}' declares the foreign key (${columns.join(", ")}) twice, first at ${first}`,
    "Remove one of the two",
  ),
  REQUIRED_CYCLE: defineDiagnostic<{ tables: readonly string[]; table: string; columns: string }>(
    "error",
    ({ tables }) =>
      `The tables need each other before any of them can have a row: ${tables.join(" → ")}`,
    ({ table, columns }) =>
      `Allow NULL in ${columns} of table '${table}' (required: false): that breaks the circle`,
  ),
} as const;

/** Names like the wrong one, nearest first. */
interface Near {
  readonly near: readonly string[];
}

function didYouMean(near: readonly string[]): string {
  return `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`;
}

function columnsAre(known: readonly string[]): string {
  const shown = known.slice(0, 12).join(", ");
  return `Its columns are ${shown}${known.length > 12 ? " …" : ""}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
