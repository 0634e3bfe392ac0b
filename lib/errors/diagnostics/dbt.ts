import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about dbt's property files, and what was made of them. */
export const DBT_DIAGNOSTICS = {
  DBT_TABLE_UNKNOWN: defineDiagnostic<{ kind: string; name: string; near: readonly string[] }>(
    "warning",
    ({ kind, name }) => `The ${kind} '${name}' has no table in the experiment; it is skipped`,
    ({ near }) => didYouMean(near, "Nothing to do if it is a view, or was not imported"),
  ),
  DBT_COLUMN_UNKNOWN: defineDiagnostic<
    { table: string; column: string; near: readonly string[] }
  >(
    "warning",
    ({ table, column }) =>
      `Table '${table}' has no column '${column}'; what is said of it is skipped`,
    ({ near, table }) => didYouMean(near, `Name a column of table '${table}'`),
  ),
  DBT_TEST_INCOMPLETE: defineDiagnostic<{ test: string; column: string; missing: string }>(
    "warning",
    ({ test, column, missing }) =>
      `The test ${test} of '${column}' has no ${missing} that can be read; it is skipped`,
    ({ missing }) => `Write ${missing} as dbt's documentation shows it, without macros`,
  ),
  DBT_VALUES_MISFIT: defineDiagnostic<{ column: string; type: string; value: string }>(
    "warning",
    ({ column, type, value }) =>
      `Column '${column}' is ${type} and cannot hold the accepted value '${value}'; ` +
      `the test is skipped`,
    "Correct the values, or import the column with a type that holds them",
  ),
  DBT_RANGE_MISFIT: defineDiagnostic<{ column: string; type: string }>(
    "warning",
    ({ column, type }) =>
      `Column '${column}' is ${type}, for which the accepted range makes no sense; it is skipped`,
    "Correct the range, or import the column with a numeric type",
  ),
  DBT_TYPE_UNREADABLE: defineDiagnostic<{ column: string; type: string }>(
    "info",
    ({ column, type }) =>
      `The data_type '${type}' of '${column}' is not known; it is left as it is`,
    "",
  ),
  DBT_TYPE_DIFFERS: defineDiagnostic<{ column: string; type: string; other: string }>(
    "warning",
    ({ column, type, other }) =>
      `Column '${column}' is ${type} in the experiment and ${other} in dbt; it stays ${type}`,
    "Import the table again with the right type if dbt has it",
  ),
  DBT_PRIMARY_KEY_DIFFERS: defineDiagnostic<
    { table: string; columns: readonly string[]; others: readonly string[] }
  >(
    "warning",
    ({ table, columns, others }) =>
      `Table '${table}' has the primary key (${columns.join(", ")}) and dbt names ` +
      `(${others.join(", ")}); the latter is made unique instead`,
    "Correct one of the two",
  ),
  DBT_RELATIONSHIP_TYPE: defineDiagnostic<
    { column: string; type: string; parentColumn: string; parentType: string }
  >(
    "warning",
    ({ column, type, parentColumn, parentType }) =>
      `'${column}' is ${type} and refers to '${parentColumn}', which is ${parentType}; ` +
      `the relationship is skipped`,
    "Give both columns the same type",
  ),
  DBT_PARENT_MADE_UNIQUE: defineDiagnostic<{ table: string; columns: readonly string[] }>(
    "warning",
    ({ table, columns }) =>
      `A relationship leads to (${columns.join(", ")}) of table '${table}', which is not a key. ` +
      `Its values are made unique so that the relationship holds`,
    "Add a unique test to what it leads to",
  ),
  DBT_TESTS_SKIPPED: defineDiagnostic<{ kinds: readonly (readonly [string, number])[] }>(
    "info",
    ({ kinds }) =>
      `Skipped tests that say nothing generation can keep: ` +
      kinds.map(([name, count]) => `${name} × ${count}`).join(", "),
    "",
  ),
  DBT_MERGED: defineDiagnostic<{ counts: readonly (readonly [string, number])[] }>(
    "info",
    ({ counts }) =>
      counts.length === 0
        ? "dbt says nothing that the experiment did not know"
        : `Merged from dbt: ${counts.map(([what, count]) => `${what} × ${count}`).join(", ")}`,
    "",
  ),
} as const;

function didYouMean(near: readonly string[], otherwise: string): string {
  if (near.length === 0) return otherwise;
  return `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`;
}
