import type { ExperimentRecord } from "../catalog/mod.ts";
import { type ExperimentSchema, formatSchema, schemaHash } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";

/** @throws DwSimError EXPERIMENT_NAME_TAKEN. */
export function storeExperiment(
  { catalog }: AppContext,
  schema: ExperimentSchema,
): ExperimentRecord {
  return catalog.experiments.create({
    name: schema.name,
    schemaJson: formatSchema(schema),
    schemaHash: schemaHash(schema),
  });
}
