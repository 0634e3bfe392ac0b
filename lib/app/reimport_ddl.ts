import type { DdlSource } from "../ddl/mod.ts";
import { keepTuning } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";
import { importDdl, type ImportDdlOptions, type ImportedDdl } from "./import_ddl.ts";
import { replaceSchema, type UpdatedExperiment, type UpdateMeans } from "./update_experiment.ts";

export type ReimportDdlOptions = Omit<ImportDdlOptions, "requestKey"> & UpdateMeans;

/**
 * Brings an experiment up to date with the DDL of its warehouse. What was set by hand stays where
 * the declaration is the same: see `keepTuning`.
 *
 * @param context Where the experiment lives.
 * @param input The SQL, or several files of it.
 * @param options Name of the experiment, dialect, and whether data may go.
 * @throws DwSimError What `importDdl` and `updateExperiment` throw; nothing is changed then.
 */
export function reimportDdl(
  context: AppContext,
  input: string | readonly DdlSource[],
  { dropsData, dryRun = false, ...options }: ReimportDdlOptions,
): ImportedDdl & UpdatedExperiment {
  const imported = importDdl(context, input, { ...options, dryRun: true });
  const updated = replaceSchema(context, options.name, {
    make: (former) =>
      keepTuning(imported.schema, former, { keepsRows: options.rows === undefined }),
    ...{ dropsData, dryRun },
  });
  return { ...imported, ...updated };
}
