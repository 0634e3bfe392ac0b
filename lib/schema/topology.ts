import { DwSimError } from "../errors/mod.ts";
import { type Reference, referenceGraph } from "./_reference_graph.ts";
import { requiredCycles } from "./_required_cycles.ts";
import { strongComponents } from "./_strong_components.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";

/** An order in which every table comes after the tables it references, but for `broken`. */
export interface Topology {
  /** Table names, parents first; otherwise as the schema lists them. */
  readonly order: readonly string[];
  /** Nullable foreign keys whose parent comes later, because tables reference in a circle. */
  readonly broken: readonly BrokenReference[];
}

export interface BrokenReference {
  readonly table: string;
  /** Place in the table's `foreignKeys`. */
  readonly foreignKeyIndex: number;
}

/**
 * Orders tables so that parents come first. Takes time linear in tables and references.
 *
 * @param schema A schema; self-references are allowed.
 * @returns The order, and the references that break a circle.
 * @throws {DwSimError} SCHEMA_INVALID if tables need each other in a circle without NULLs.
 */
export function topology(schema: ExperimentSchema): Topology {
  const graph = referenceGraph(schema);
  const groups = strongComponents(graph.map((each) => each.map(({ parent }) => parent)));
  const order: number[] = [];
  const broken: Reference[] = [];
  for (const group of groups) {
    if (group.length === 1) order.push(group[0]!);
    else if (!orderCircle(graph, { group, order, broken })) throw cycleError(schema);
  }
  return Object.freeze({
    order: Object.freeze(order.map((place) => schema.tables[place]!.name)),
    broken: Object.freeze(
      broken.map(({ child, foreignKeyIndex }) =>
        Object.freeze({ table: schema.tables[child]!.name, foreignKeyIndex })
      ),
    ),
  });
}

interface Circle {
  readonly group: readonly number[];
  readonly order: number[];
  readonly broken: Reference[];
}

/**
 * Orders tables that reference each other: those whose parents are done first; when none is left,
 * one that waits for nullable references only, which are then broken.
 */
function orderCircle(
  graph: readonly (readonly Reference[])[],
  { group, order, broken }: Circle,
): boolean {
  const members = new Set(group);
  const inside = group.flatMap((child) =>
    graph[child]!.filter(({ parent }) => members.has(parent))
  );
  const waiting = new Map(group.map((table) => [table, { required: 0, nullable: 0 }]));
  const children = new Map(group.map((table) => [table, [] as Reference[]]));
  for (const reference of inside) {
    waiting.get(reference.child)![reference.nullable ? "nullable" : "required"]++;
    children.get(reference.parent)!.push(reference);
  }
  const done = new Set<number>();
  const free: number[] = [];
  const breakable = group.filter((table) => waiting.get(table)!.required === 0);
  for (let next = 0; done.size < group.length;) {
    const table = free.pop() ?? breakable[next++];
    if (table === undefined) return false;
    if (done.has(table)) continue;
    done.add(table);
    order.push(table);
    broken.push(...graph[table]!.filter(({ parent }) => members.has(parent) && !done.has(parent)));
    for (const { child, nullable } of children.get(table)!) {
      const left = waiting.get(child)!;
      left[nullable ? "nullable" : "required"]--;
      if (left.required > 0 || done.has(child)) continue;
      if (left.nullable === 0) free.push(child);
      else if (!nullable) breakable.push(child);
    }
  }
  return true;
}

function cycleError(schema: ExperimentSchema): DwSimError {
  const problems = requiredCycles(schema);
  const source = `Experiment '${schema.name}'`;
  return new DwSimError("SCHEMA_INVALID", { source, count: problems.length }, { problems });
}
