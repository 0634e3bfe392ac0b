import { type Diagnostic, diagnostic, nearestNames } from "../../errors/mod.ts";
import { type Column, type ExperimentSchema, renderType, type Table } from "../../schema/mod.ts";
import { canProduce } from "../generators/can_produce.ts";
import { isFakerPath, knownGenerator } from "../generators/find_generator.ts";
import { GENERATORS } from "../generators/registry_gen.ts";

/**
 * Finds the generators of a schema that cannot be, without loading Faker's words: names that nothing
 * has, and generators that make no values of the column's type. Whether Faker has a path outside the
 * catalogue is left to the plan.
 *
 * @param schema A coherent schema.
 * @returns Errors, with the places of the columns in the user's JSON.
 */
export function checkGenerators(schema: ExperimentSchema): readonly Diagnostic[] {
  return schema.tables.flatMap((table, tableIndex) => {
    const written = table.columns.filter((column) => !isSurrogate(column, table));
    return written.flatMap((column, index) => {
      const path = `$.tables[${tableIndex}].columns[${index}].faker_rule`;
      return checkColumn(column, { table, path });
    });
  });
}

/** The column that was added for a composite key stands in no file of the user's. */
function isSurrogate({ name }: Column, { compositeKeys, primaryKey }: Table): boolean {
  return compositeKeys.length > 0 && /^_row_id(_\d+)?$/.test(name) && primaryKey[0] === name;
}

function checkColumn(
  column: Column,
  { table, path }: { readonly table: Table; readonly path: string },
): readonly Diagnostic[] {
  const { generator: rule, distribution, type } = column;
  if (rule === undefined || distribution?.kind === "values") return [];
  const at = { table: table.name, column: column.name, rule };
  const generator = knownGenerator(rule);
  if (generator === null) {
    if (isFakerPath(rule)) return [];
    const near = nearestNames(rule, NAMES);
    return [diagnostic("PLAN_UNKNOWN_GENERATOR", { ...at, near }, { path })];
  }
  if (canProduce(generator, type)) return [];
  const detail = { ...at, type: renderType(type) };
  return [diagnostic("PLAN_GENERATOR_MISFIT", detail, { path })];
}

const NAMES: ReadonlySet<string> = new Set(
  GENERATORS.flatMap(({ name, aliases }) => [name, ...aliases]),
);
