import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about an experiment schema. */
export const SCHEMA_DIAGNOSTICS = {
  COMPOSITE_PRIMARY_KEY: defineDiagnostic<
    { table: string; columns: readonly string[]; surrogate: string }
  >(
    "warning",
    ({ table, columns, surrogate }) =>
      `Table '${table}' has a composite primary key (${columns.join(", ")}). ` +
      `A surrogate key column '${surrogate}' has been added for generation. ` +
      `Original columns are preserved.`,
    "Nothing to do: the original columns stay unique together",
  ),
} as const;
