import { type DbtFile, type DbtMerge, mergeDbt, readDbt } from "../dbt/mod.ts";
import type { AppContext } from "./app_context.ts";
import { mergeSchema } from "./merge_schema.ts";

export interface ImportDbtOptions {
  /** The experiment that has the tables. */
  readonly name: string;
  /** Name of a new experiment for the merged schema; absent means the experiment itself. */
  readonly as?: string;
  /** Reads and merges, and keeps nothing. */
  readonly dryRun?: boolean;
}

/** The merged schema, and what was merged, changed or left out. */
export type ImportedDbt = DbtMerge;

/**
 * Merges what property files of dbt promise into the schema of an experiment.
 *
 * @param context Where the experiment lives.
 * @param files The files: `schema.yml`, `sources.yml` …
 * @param options The experiment, and where the result goes.
 * @throws DwSimError YAML_UNREADABLE, YAML_TOO_LARGE, DBT_NOTHING, and what `mergeSchema` throws;
 * nothing is changed then.
 */
export async function importDbt(
  context: AppContext,
  files: readonly DbtFile[],
  { name, ...options }: ImportDbtOptions,
): Promise<ImportedDbt> {
  const properties = await readDbt(files);
  return mergeSchema(context, name, {
    source: `The schema of '${name}' with what dbt promises`,
    change: (schema) => mergeDbt(schema, properties),
    ...options,
  });
}
