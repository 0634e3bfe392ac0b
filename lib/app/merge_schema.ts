import { DwSimError } from "../errors/mod.ts";
import {
  type ExperimentSchema,
  formatSchema,
  parseExperimentName,
  schemaHash,
  validateSchema,
} from "../schema/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";

export interface MergeSchemaOptions<Found> {
  /** What messages call the cause of the change. */
  readonly source: string;
  /** Makes another schema of the experiment's; changes nothing by itself. */
  readonly change: (schema: ExperimentSchema) => { readonly schema: ExperimentSchema } & Found;
  /** Name of a new experiment for the changed schema; absent means the experiment itself. */
  readonly as?: string;
  /** Checks, and keeps nothing. */
  readonly dryRun?: boolean;
}

/**
 * Changes the schema of an experiment, or makes a new experiment of the changed schema. Data follows
 * the schema it was made of, so an experiment that has runs keeps its own.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param options The change and where its result goes.
 * @returns What the change found, with the schema that was kept.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_HAS_RUNS, EXPERIMENT_HAS_ACTIVE_RUN,
 * EXPERIMENT_CHANGED, EXPERIMENT_NAME_TAKEN, SCHEMA_INVALID; nothing is changed then.
 */
export function mergeSchema<Found>(
  context: AppContext,
  name: string,
  { source, change, as, dryRun = false }: MergeSchemaOptions<Found>,
): { readonly schema: ExperimentSchema } & Found {
  const { record, schema: former } = readExperiment(context, name);
  const runCount = context.catalog.runs.list(record.name).length;
  if (as === undefined && runCount > 0) {
    throw new DwSimError("EXPERIMENT_HAS_RUNS", { name: record.name, count: runCount });
  }
  const changed = change(former);
  const schema = Object.freeze({
    ...changed.schema,
    name: as === undefined ? former.name : parseExperimentName(as),
  });
  const problems = validateSchema(schema);
  if (problems.length > 0) {
    throw new DwSimError("SCHEMA_INVALID", { source, count: problems.length }, { problems });
  }
  if (!dryRun && as !== undefined) storeExperiment(context, schema);
  else if (!dryRun) {
    const schemaJson = formatSchema(schema);
    context.catalog.experiments.replaceSchema(record.name, {
      schemaJson,
      schemaHash: schemaHash(schema, schemaJson),
      formerHash: record.schemaHash,
    });
  }
  return { ...changed, schema };
}
