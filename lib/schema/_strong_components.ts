/**
 * Groups of nodes that reach each other (Tarjan's algorithm), without recursion, in linear time.
 *
 * @param neighbours For every node, the nodes it points at.
 * @returns The groups, each after all groups it points at.
 */
export function strongComponents(neighbours: readonly (readonly number[])[]): number[][] {
  const count = neighbours.length;
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const next = new Int32Array(count);
  const waiting = new Uint8Array(count);
  const stack: number[] = [];
  const path: number[] = [];
  const components: number[][] = [];
  let visited = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = visited++;
    waiting[node] = 1;
    stack.push(node);
    path.push(node);
  };

  const leave = (node: number): void => {
    path.pop();
    const caller = path.at(-1);
    if (caller !== undefined) low[caller] = Math.min(low[caller]!, low[node]!);
    if (low[node] !== order[node]) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) waiting[member] = 0;
    components.push(component.sort((a, b) => a - b));
  };

  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const target = neighbours[node]![next[node]!];
      if (target === undefined) {
        leave(node);
        continue;
      }
      next[node]!++;
      if (order[target] === -1) enter(target);
      else if (waiting[target] === 1) low[node] = Math.min(low[node]!, order[target]!);
    }
  }
  return components;
}
