import { DwSimError } from "../errors/mod.ts";
import {
  compareSchemas,
  type ExperimentSchema,
  formatSchema,
  parseSchema,
  parseYamlSchema,
  type SchemaChange,
  schemaHash,
} from "../schema/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";
import { refuseUnknownGenerators } from "./_store_experiment.ts";
import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** What an update may do. */
export interface UpdateMeans {
  /** Whether data that was made of the former schema may go. */
  readonly dropsData: boolean;
  /** Tells what would change, and changes nothing. */
  readonly dryRun?: boolean;
}

export interface UpdateOptions extends UpdateMeans {
  /** What messages call the text. */
  readonly source: string;
  /** `json` by default. */
  readonly format?: "json" | "yaml";
}

export interface UpdatedExperiment {
  readonly schema: ExperimentSchema;
  /** In what it differs from the former one; nothing is touched when that is nothing. */
  readonly changes: readonly SchemaChange[];
  /** Runs whose files go with the former schema. */
  readonly droppedRunCount: number;
}

/**
 * Gives an experiment another schema. Its name stays, and so do its saved queries, its history and
 * the record of its runs; data that was made of the former schema goes.
 *
 * @param context Where the experiment lives.
 * @param name The experiment; the name in the text does not count.
 * @param text The schema.
 * @param options What it is called, and whether data may go.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, SCHEMA_NOT_JSON, SCHEMA_INVALID, YAML_UNREADABLE,
 * EXPERIMENT_HAS_DATA, EXPERIMENT_HAS_ACTIVE_RUN, EXPERIMENT_CHANGED; nothing is changed then.
 */
export async function updateExperiment(
  context: AppContext,
  name: string,
  text: string,
  { source, format = "json", ...means }: UpdateOptions,
): Promise<UpdatedExperiment> {
  const schema = format === "yaml"
    ? await parseYamlSchema(text, { source })
    : parseSchema(text, { source });
  return replaceSchema(context, name, { make: () => schema, ...means });
}

/** The same with a schema that is made of the former one. */
export function replaceSchema(
  context: AppContext,
  name: string,
  { make, dropsData, dryRun = false }: UpdateMeans & {
    readonly make: (former: ExperimentSchema) => ExperimentSchema;
  },
): UpdatedExperiment {
  const { record, schema: former } = readExperiment(context, name);
  const schema = Object.freeze({ ...make(former), name: former.name });
  refuseUnknownGenerators(schema);
  const changes = compareSchemas(former, schema);
  const filled = context.catalog.runs.list(record.name).filter((run) =>
    run.filesRemovedAt === null
  );
  const updated = { schema, changes, droppedRunCount: changes.length > 0 ? filled.length : 0 };
  if (dryRun || changes.length === 0) return updated;
  if (filled.length > 0 && !dropsData) {
    throw new DwSimError("EXPERIMENT_HAS_DATA", { name: record.name, count: filled.length });
  }
  const schemaJson = formatSchema(schema);
  context.catalog.experiments.replaceSchema(record.name, {
    ...{ schemaJson, schemaHash: schemaHash(schema, schemaJson), formerHash: record.schemaHash },
    dropsFiles: true,
  });
  const failure = finishRemovals(context);
  if (failure !== null) throw failure;
  return updated;
}
