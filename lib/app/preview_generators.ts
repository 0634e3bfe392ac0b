import { planGeneration } from "../generation/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";

/** The generator of every column that has one, by table and column name. Keys have none. */
export type GeneratorsByColumn = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Tells which generators a schema's columns will get, asked for or inferred from their names.
 *
 * @param schema A coherent schema.
 */
export async function previewGenerators(schema: ExperimentSchema): Promise<GeneratorsByColumn> {
  // Neither seed nor rows decide which generator a column gets, and no rows are always possible.
  const rows = new Map(schema.tables.map(({ name }) => [name, 0]));
  const { plan } = await planGeneration(schema, { seed: 0, rows });
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
