import type { ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";

/** One foreign key, as an edge from the child to its parent; tables by their place. */
export interface Reference {
  readonly child: number;
  readonly parent: number;
  readonly foreignKeyIndex: number;
  /** A row may exist before its parent does. */
  readonly nullable: boolean;
}

/**
 * The references between different tables, by child. What points at itself or at nothing is left
 * out: a table is never before itself, and validation reports the rest.
 *
 * @param schema Any schema.
 * @returns For every table, in order, the references it holds.
 */
export function referenceGraph(schema: ExperimentSchema): readonly (readonly Reference[])[] {
  const places = new Map<string, number>();
  schema.tables.forEach(({ name }, place) => {
    const key = name.toLowerCase();
    if (!places.has(key)) places.set(key, place);
  });
  return schema.tables.map((table, child) =>
    table.foreignKeys.flatMap((foreignKey, foreignKeyIndex): Reference[] => {
      const parent = places.get(foreignKey.referencesTable.toLowerCase());
      if (parent === undefined || parent === child) return [];
      return [{ child, parent, foreignKeyIndex, nullable: isNullable(table, foreignKey) }];
    })
  );
}

/** One NULL in the tuple is enough: SQL then asks for no parent (MATCH SIMPLE). */
function isNullable(table: Table, { columns }: ForeignKey): boolean {
  const wanted = new Set(columns.map((name) => name.toLowerCase()));
  return table.columns.some(({ name, nullable }) => nullable && wanted.has(name.toLowerCase()));
}
