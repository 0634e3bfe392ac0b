import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import { addSurrogateKey, type ExperimentSchema, tablesByName } from "../schema/mod.ts";
import { addReference } from "./_add_reference.ts";
import { describe } from "./_describe.ts";
import { keepPromise } from "./_keep_promise.ts";
import { Merging } from "./_merging.ts";
import type { DbtTable } from "./promise.ts";
import type { DbtProperties } from "./read_dbt.ts";

/** A schema that knows what dbt knows, and what was merged, changed or left out. */
export interface DbtMerge {
  readonly schema: ExperimentSchema;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Merges what dbt promises of tables into the schema of the same tables. Names are compared without
 * regard to case; types stay what they are wherever the schema knows them from DDL.
 *
 * @param schema A coherent schema.
 * @param properties What property files say.
 * @returns A new schema; whether it is coherent is for `validateSchema` to say.
 */
export function mergeDbt(schema: ExperimentSchema, properties: DbtProperties): DbtMerge {
  const merging = new Merging(schema, properties.tables);
  const known = properties.tables.flatMap((table) => {
    const name = tableOf(table, { schema, merging });
    return name === null ? [] : [{ table, name }];
  });
  for (const { table, name } of known) describe(merging, { table, name });
  for (const { table, name } of known) {
    for (const promise of table.promises) keepPromise(merging, { promise, name });
  }
  // Only now is it known what is a key.
  for (const { table, name } of known) {
    for (const promise of table.promises) {
      if (promise.kind === "relationship") addReference(merging, { promise, name });
    }
  }
  const merged = merging.schema;
  const tables = merged.tables.map((table) => addSurrogateKey(table));
  const kinds = [...properties.skippedCounts].toSorted((a, b) => b[1] - a[1]);
  return {
    schema: Object.freeze({ ...merged, tables: tables.map(({ table }) => table) }),
    diagnostics: [
      diagnostic("DBT_MERGED", { counts: [...merging.counts] }),
      ...properties.diagnostics,
      ...merging.diagnostics,
      ...tables.flatMap((each) => each.diagnostic ?? []),
      ...kinds.length > 0 ? [diagnostic("DBT_TESTS_SKIPPED", { kinds })] : [],
    ],
  };
}

interface Known {
  readonly schema: ExperimentSchema;
  readonly merging: Merging;
}

/** The experiment's name of a table; null, with a warning, where there is none. */
function tableOf({ kind, name, tableName, place }: DbtTable, { schema, merging }: Known) {
  const table = tablesByName(schema).get(tableName.toLowerCase());
  if (table !== undefined) return table.name;
  const near = nearestNames(tableName, schema.tables.map((each) => each.name));
  merging.report(diagnostic("DBT_TABLE_UNKNOWN", { kind, name, near }, place));
  return null;
}
