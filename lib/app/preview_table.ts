import type { Diagnostic } from "../errors/mod.ts";
import { PAGE_ROWS_MAX, planGeneration, previewValues } from "../generation/mod.ts";
import { findTable, type LogicalType, renderType } from "../schema/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

export interface PreviewTableRequest {
  readonly table: string;
  /** How many of the table's first rows; at most a page's. */
  readonly rowCount: number;
  /** A run with this seed and the rows of the schema begins with the same rows. */
  readonly seed: number;
}

/** The first rows that a run would make. */
export interface TablePreview {
  readonly table: string;
  readonly seed: number;
  readonly columns: readonly PreviewedColumn[];
  /** As people read them; null for NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PreviewedColumn {
  readonly name: string;
  readonly type: string;
  readonly isNumber: boolean;
  /** Null for columns that count or refer. */
  readonly generator: string | null;
}

/**
 * Makes the first rows of a table in memory. Nothing is written, and no run is recorded.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, TABLE_NOT_FOUND, GENERATION_IMPOSSIBLE.
 */
export async function previewTable(
  context: AppContext,
  experiment: string,
  { table, rowCount, seed }: PreviewTableRequest,
): Promise<TablePreview> {
  const { schema } = readExperiment(context, experiment);
  const { name } = findTable(schema, table);
  const { plan, diagnostics } = await planGeneration(schema, { seed, rows: new Map() });
  const planned = plan.tables.find((each) => each.name === name)!;
  const count = Math.min(rowCount, planned.rowCount, PAGE_ROWS_MAX);
  const columns = previewValues(plan, planned, count);
  return {
    table: name,
    seed,
    columns: planned.columns.map(({ name, type, generator }) => ({
      ...{ name, type: renderType(type), isNumber: isNumber(type) },
      generator: generator ?? null,
    })),
    rows: Array.from({ length: count }, (_, row) => columns.map((values) => values[row]!)),
    diagnostics: diagnostics.filter(({ severity }) => severity !== "info"),
  };
}

function isNumber({ kind }: LogicalType): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float";
}
