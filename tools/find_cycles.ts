/**
 * Finds files that need each other to load.
 *
 * @param edges What each file loads; targets without an entry are ignored.
 * @returns One cycle for every knot of files, each beginning with its alphabetically first file.
 */
export function findCycles(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const knots = findKnots(edges);
  return knots.map((knot) => walkCycle(edges, knot)).sort((a, b) => a[0]! < b[0]! ? -1 : 1);
}

/** Tarjan's strongly connected components, those that hold a cycle. */
function findKnots(edges: ReadonlyMap<string, readonly string[]>): readonly ReadonlySet<string>[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const knots: Set<string>[] = [];

  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const target of edges.get(file)!) {
      if (!edges.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) {
        lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
      }
    }
    if (lowest.get(file) !== order.get(file)) return;
    const knot = new Set(stack.splice(stack.indexOf(file)));
    if (knot.size > 1 || edges.get(file)!.includes(file)) knots.push(knot);
  }

  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return knots;
}

/** The shortest way from the knot's first file back to itself. */
function walkCycle(
  edges: ReadonlyMap<string, readonly string[]>,
  knot: ReadonlySet<string>,
): readonly string[] {
  const start = [...knot].sort()[0]!;
  const paths: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const target of edges.get(path.at(-1)!)!) {
      if (target === start) return path;
      if (!knot.has(target) || seen.has(target)) continue;
      seen.add(target);
      paths.push([...path, target]);
    }
  }
  return [start];
}
