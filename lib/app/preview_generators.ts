import { planGeneration } from "../generation/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";

/** The generator of every column that has one, by table and column name. Keys have none. */
export type GeneratorsByColumn = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Tells which generators a schema's columns will get, asked for or inferred from their names.
 *
 * @param schema A coherent schema.
 * @throws DwSimError GENERATION_IMPOSSIBLE when the rows it asks for cannot exist.
 */
export async function previewGenerators(schema: ExperimentSchema): Promise<GeneratorsByColumn> {
  // No seed decides which generator a column gets.
  const { plan } = await planGeneration(schema, { seed: 0 });
  return Object.fromEntries(
    plan.tables.map(({ name, columns }) => [
      name,
      Object.fromEntries(
        columns.flatMap((column) =>
          column.generator === undefined ? [] : [[column.name, column.generator]]
        ),
      ),
    ]),
  );
}
