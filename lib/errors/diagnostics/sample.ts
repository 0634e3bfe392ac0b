import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about a sample of data, and what was concluded from it. */
export const SAMPLE_DIAGNOSTICS = {
  SAMPLE_VALUES: defineDiagnostic<{ columns: readonly string[] }>(
    "info",
    ({ columns }) =>
      columns.length === 0
        ? "No values of the sample were copied, only counts, lengths and ranges"
        : `Values of the sample were copied for ${
          columns.length === 1 ? "1 column" : `${columns.length} columns`
        } of few values: ` +
          `${columns.slice(0, 12).join(", ")}${columns.length > 12 ? " …" : ""}`,
    ({ columns }) =>
      columns.length === 0
        ? ""
        : "Add --no-values to copy none; ranges, lengths and counts are kept either way",
  ),
  SAMPLE_LINES_REJECTED: defineDiagnostic<{ table: string; count: number }>(
    "warning",
    ({ table, count }) =>
      `${count === 1 ? "1 line" : `${count} lines`} of table '${table}' could not be read ` +
      `and ${count === 1 ? "counts" : "count"} for nothing`,
    "Check the quotes and the number of fields in the file",
  ),
  SAMPLE_EMPTY: defineDiagnostic<{ table: string }>(
    "warning",
    ({ table }) => `Table '${table}' has no rows, so its types are guesses and it gets no rows`,
    "Choose its rows with --rows, and look at its types",
  ),
  SAMPLE_COLUMN_EMPTY: defineDiagnostic<{ table: string; column: string }>(
    "info",
    ({ table, column }) => `Column '${table}.${column}' holds nothing but NULL`,
    "",
  ),
  SAMPLE_NAME_CHANGED: defineDiagnostic<{ what: string; name: string; changed: string }>(
    "warning",
    ({ what, name, changed }) => `The ${what} '${name}' is called '${changed}' here`,
    "Add --dialect to keep any name; warehouses take it in quotes",
  ),
  SAMPLE_TYPE_AS_TEXT: defineDiagnostic<{ table: string; column: string; type: string }>(
    "warning",
    ({ table, column, type }) =>
      `Column '${table}.${column}' has type ${type}, which is read as text`,
    "Nothing to do if text is enough for your test",
  ),
  SAMPLE_PRIMARY_KEY: defineDiagnostic<{ table: string; columns: readonly string[] }>(
    "info",
    ({ table, columns }) =>
      `Table '${table}' gets the primary key (${columns.join(", ")}): ` +
      `no two rows of the sample share it`,
    "",
  ),
  SAMPLE_NO_KEY: defineDiagnostic<{ table: string }>(
    "info",
    ({ table }) => `Table '${table}' gets no primary key: no column looks like one`,
    "",
  ),
  SAMPLE_FOREIGN_KEY: defineDiagnostic<
    { table: string; columns: readonly string[]; parent: string; parentColumns: readonly string[] }
  >(
    "info",
    ({ table, columns, parent, parentColumns }) =>
      `Table '${table}' gets the foreign key (${columns.join(", ")}) → ` +
      `${parent} (${parentColumns.join(", ")}): the names agree, and so does every value`,
    "",
  ),
  SAMPLE_FOREIGN_KEY_BROKEN: defineDiagnostic<
    { table: string; column: string; parent: string; orphanCount: number; rowCount: number }
  >(
    "warning",
    ({ table, column, parent, orphanCount, rowCount }) =>
      `Column '${table}.${column}' looks like a reference to '${parent}', but ` +
      `${orphanCount.toLocaleString("en-US")} of ${rowCount.toLocaleString("en-US")} rows ` +
      `have no row there. It is not made a foreign key`,
    "Add the foreign key by hand if the sample lacks rows of the parent",
  ),
  SAMPLE_CIRCLE: defineDiagnostic<{ table: string; columns: readonly string[]; parent: string }>(
    "warning",
    ({ table, columns, parent }) =>
      `The reference (${columns.join(", ")}) of table '${table}' to '${parent}' closes a circle ` +
      `of tables that need each other. It is not made a foreign key`,
    "Allow NULL in one column of the circle, and add the foreign key by hand",
  ),
} as const;
