import { openWarehouse, type QueryColumn, quoteName } from "../query/mod.ts";
import type { JsonValue } from "../query/mod.ts";
import { findTable } from "../schema/mod.ts";
import { openRun } from "./_open_run.ts";
import { readFiles } from "./_read_files.ts";
import type { AppContext } from "./app_context.ts";

export interface SampleRequest {
  readonly table: string;
  readonly rowCountMax: number;
  readonly signal?: AbortSignal;
}

/** The first rows of a table. */
export interface TableSample {
  readonly table: string;
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly (readonly JsonValue[])[];
}

/**
 * Reads the first rows of a table of the current run.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, TABLE_NOT_FOUND, CANCELLED, STORAGE_…
 */
export async function sampleTable(
  context: AppContext,
  experiment: string,
  { table, rowCountMax, signal }: SampleRequest,
): Promise<TableSample> {
  const { schema, tables } = openRun(context, experiment);
  const { name } = findTable(schema, table);
  await using warehouse = await openWarehouse(tables.filter((each) => each.name === name), {
    temporaryFolder: context.dataRoot.scratchPath,
  });
  const sql = `SELECT * FROM ${quoteName(name)} LIMIT ${rowCountMax}`;
  return await readFiles(name, async () => {
    const result = await warehouse.query(sql, { signal });
    const rows: JsonValue[][] = [];
    for await (const batch of result.batches()) rows.push(...batch.json());
    return { table: name, columns: result.columns, rows };
  });
}
