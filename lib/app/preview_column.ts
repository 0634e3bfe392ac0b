import type { Diagnostic } from "../errors/mod.ts";
import { planGeneration, previewValues } from "../generation/mod.ts";
import { parseSchemaValue } from "../schema/mod.ts";

export interface PreviewColumnRequest {
  /** Its name helps to infer a generator, as it does in a run. */
  readonly table: string;
  /** A column as the JSON of schemas has it; a foreign key is left out of account. */
  readonly column: Readonly<Record<string, unknown>>;
  readonly dialect?: string | undefined;
  readonly seed?: number;
}

/** How the values of a column would look. */
export interface ColumnPreview {
  /** Asked for or inferred; null for columns that count. */
  readonly generator: string | null;
  readonly values: readonly (string | null)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A range is drawn from as in a run of this many rows. */
const ROW_COUNT = 1_000;
const VALUE_COUNT = 10;

/**
 * Makes ten values of a column that need not exist, in a table of its own.
 *
 * @throws DwSimError SCHEMA_INVALID, GENERATION_IMPOSSIBLE.
 */
export async function previewColumn(
  { table, column, dialect, seed = 0 }: PreviewColumnRequest,
): Promise<ColumnPreview> {
  const { foreign_key: _, ...own } = column;
  const tables = [{ name: table, target_rows: ROW_COUNT, columns: [own] }];
  const document = { name: "preview", ...dialect !== undefined && { dialect }, tables };
  const schema = parseSchemaValue(document, { source: "The column" });
  const { plan, diagnostics } = await planGeneration(schema, { seed, rows: new Map() });
  const planned = plan.tables[0]!;
  return {
    generator: planned.columns[0]!.generator ?? null,
    values: previewValues(plan, planned, Math.min(VALUE_COUNT, planned.rowCount))[0]!,
    diagnostics,
  };
}
