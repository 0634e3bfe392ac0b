import type { ExperimentRecord } from "../catalog/mod.ts";
import { type ExperimentSchema, parseSchema } from "../schema/mod.ts";
import { SchemaCache } from "./_schema_cache.ts";
import type { AppContext } from "./app_context.ts";

/** A server reads the same experiments over and over, and reading takes a millisecond each. */
const CACHE = new SchemaCache(8 * 1024 ** 2);

/** An experiment of the catalog with its schema read. */
export interface Experiment {
  readonly record: ExperimentRecord;
  readonly schema: ExperimentSchema;
}

/** @throws DwSimError EXPERIMENT_NOT_FOUND. */
export function readExperiment({ catalog }: AppContext, name: string): Experiment {
  return withSchema(catalog.experiments.get(name));
}

/** A record of the catalog with its schema read. */
export function withSchema(record: ExperimentRecord): Experiment {
  const source = `The schema of '${record.name}' in the catalog`;
  const { schemaHash, schemaJson } = record;
  const schema = CACHE.get(schemaHash, schemaJson, () => parseSchema(schemaJson, { source }));
  return { record, schema };
}
