import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { type Reference, referenceGraph } from "./_reference_graph.ts";
import { strongComponents } from "./_strong_components.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";

/**
 * Finds tables that need each other: circles of foreign keys none of which may be NULL.
 *
 * @param schema Any schema.
 * @returns One problem per circle of tables, placed at the foreign key that could break it.
 */
export function requiredCycles(schema: ExperimentSchema): Diagnostic[] {
  const required = referenceGraph(schema).map((references) =>
    references.filter(({ nullable }) => !nullable)
  );
  const components = strongComponents(required.map((each) => each.map(({ parent }) => parent)));
  return components
    .filter((members) => members.length > 1)
    .map((members) => describe(schema, walkCircle(required, new Set(members))));
}

/** Follows references within the group until a table comes back: that stretch is the circle. */
function walkCircle(
  required: readonly (readonly Reference[])[],
  members: ReadonlySet<number>,
): readonly Reference[] {
  const walked: Reference[] = [];
  const placeOf = new Map<number, number>();
  let node = Math.min(...members);
  while (!placeOf.has(node)) {
    placeOf.set(node, walked.length);
    const step = required[node]!.find(({ parent }) => members.has(parent))!;
    walked.push(step);
    node = step.parent;
  }
  return walked.slice(placeOf.get(node)!);
}

function describe(schema: ExperimentSchema, circle: readonly Reference[]): Diagnostic {
  const names = circle.map(({ child }) => schema.tables[child]!.name);
  const breaker = circle.find((reference) => canBeNull(schema, reference)) ?? circle.at(-1)!;
  const table = schema.tables[breaker.child]!;
  const columns = table.foreignKeys[breaker.foreignKeyIndex]!.columns;
  const path = `$.tables[${breaker.child}].foreign_keys`;
  const first = columns[0]?.toLowerCase();
  const columnIndex = table.columns.findIndex(({ name }) => name.toLowerCase() === first);
  return diagnostic("REQUIRED_CYCLE", {
    tables: [...names, names[0]!],
    table: table.name,
    columns: columns.join(", "),
  }, { path: columnIndex < 0 ? path : `$.tables[${breaker.child}].columns[${columnIndex}]` });
}

/** Advice to allow NULL in a primary key would not help. */
function canBeNull(schema: ExperimentSchema, { child, foreignKeyIndex }: Reference): boolean {
  const table = schema.tables[child]!;
  const keyed = new Set(
    [table.primaryKey, ...table.compositeKeys].flat().map((name) => name.toLowerCase()),
  );
  return table.foreignKeys[foreignKeyIndex]!.columns.some((name) => !keyed.has(name.toLowerCase()));
}
