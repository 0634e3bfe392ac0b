import { type ExperimentSchema, parseYamlSchema } from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";
import type { CreateOptions } from "./create_experiment.ts";

/**
 * Makes an experiment of a YAML schema, which has the fields of a JSON one.
 *
 * @param context Where to keep it.
 * @param text The YAML.
 * @param options What to call the text.
 * @returns The schema that was kept.
 * @throws DwSimError YAML_UNREADABLE, YAML_TOO_LARGE, SCHEMA_INVALID with lines and columns,
 * EXPERIMENT_NAME_TAKEN; nothing is kept then.
 */
export async function createExperimentFromYaml(
  context: AppContext,
  text: string,
  { source, requestKey }: CreateOptions,
): Promise<ExperimentSchema> {
  const schema = await parseYamlSchema(text, { source });
  storeExperiment(context, schema, requestKey);
  return schema;
}
