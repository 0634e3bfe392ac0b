import type { ExperimentRecord, RequestKey } from "../catalog/mod.ts";
import { type ExperimentSchema, formatSchema, schemaHash } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";

/** @throws DwSimError EXPERIMENT_NAME_TAKEN, WEB_IDEMPOTENCY_BUSY. */
export function storeExperiment(
  { catalog }: AppContext,
  schema: ExperimentSchema,
  requestKey?: RequestKey,
): ExperimentRecord {
  const schemaJson = formatSchema(schema);
  return catalog.experiments.create({
    name: schema.name,
    schemaJson,
    schemaHash: schemaHash(schema, schemaJson),
    requestKey,
  });
}
