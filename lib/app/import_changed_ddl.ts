import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";
import { changeColumns, type ColumnChanges } from "./change_columns.ts";
import { importDdl, type ImportDdlOptions, type ImportedDdl } from "./import_ddl.ts";

/**
 * Makes an experiment of warehouse DDL, with columns whose values are made otherwise than the DDL
 * alone would have it.
 *
 * @throws DwSimError What `importDdl` and `changeColumns` throw; nothing is kept then.
 */
export function importChangedDdl(
  context: AppContext,
  sql: string,
  { columns, ...options }: ImportDdlOptions & { readonly columns: ColumnChanges },
): ImportedDdl {
  const imported = importDdl(context, sql, { ...options, dryRun: true });
  const schema = changeColumns(imported.schema, columns);
  if (!options.dryRun) storeExperiment(context, schema, options.requestKey);
  return { ...imported, schema };
}
