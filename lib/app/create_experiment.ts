import type { RequestKey } from "../catalog/mod.ts";
import { type ExperimentSchema, parseSchema } from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** What messages call the text: a file's name, `standard input`. */
export interface SourceOptions {
  readonly source: string;
}

/** What is told besides, where something is made. */
export interface CreateOptions extends SourceOptions {
  /** Of a request that must not be done twice. */
  readonly requestKey?: RequestKey;
}

/**
 * Makes an experiment of a JSON schema.
 *
 * @param context Where to keep it.
 * @param text The JSON.
 * @param options What to call the text.
 * @returns The schema that was kept.
 * @throws DwSimError SCHEMA_NOT_JSON, SCHEMA_INVALID, SCHEMA_TOO_LARGE, EXPERIMENT_NAME_TAKEN; nothing
 * is kept then.
 */
export function createExperiment(
  context: AppContext,
  text: string,
  { source, requestKey }: CreateOptions,
): ExperimentSchema {
  const schema = parseSchema(text, { source });
  storeExperiment(context, schema, requestKey);
  return schema;
}
