import { type GeneratorNames, nameGenerators } from "../generation/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";

/** The generator of every column that has one, by table and column name. Keys have none. */
export type GeneratorsByColumn = GeneratorNames;

/**
 * Tells which generators a schema's columns will get, asked for or inferred from their names.
 *
 * @param schema A coherent schema.
 */
export function previewGenerators(schema: ExperimentSchema): Promise<GeneratorsByColumn> {
  return nameGenerators(schema);
}
