import type { ExperimentRecord, RequestKey } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { checkGenerators } from "../generation/mod.ts";
import { type ExperimentSchema, formatSchema, schemaHash } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";

/** @throws DwSimError SCHEMA_INVALID, EXPERIMENT_NAME_TAKEN, WEB_IDEMPOTENCY_BUSY. */
export function storeExperiment(
  { catalog }: AppContext,
  schema: ExperimentSchema,
  requestKey?: RequestKey,
): ExperimentRecord {
  refuseUnknownGenerators(schema);
  const schemaJson = formatSchema(schema);
  return catalog.experiments.create({
    name: schema.name,
    schemaJson,
    schemaHash: schemaHash(schema, schemaJson),
    requestKey,
  });
}

/**
 * What asks for a generator that there is not could be kept, and never be looked at or filled.
 *
 * @throws DwSimError SCHEMA_INVALID with every such column.
 */
export function refuseUnknownGenerators(schema: ExperimentSchema): void {
  const problems = checkGenerators(schema);
  if (problems.length === 0) return;
  const at = { source: `The schema of '${schema.name}'`, count: problems.length };
  throw new DwSimError("SCHEMA_INVALID", at, { problems });
}
