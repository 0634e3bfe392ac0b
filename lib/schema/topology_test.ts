import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../errors/mod.ts";
import type { ExperimentSchema, Table } from "./experiment_schema.ts";
import { topology } from "./topology.ts";

interface Link {
  readonly child: number;
  readonly parent: number;
  readonly nullable: boolean;
}

Deno.test("topology: parents come first, otherwise in the order of the schema", () => {
  const schema = build(4, [{ child: 0, parent: 2, nullable: false }]);
  assert.deepEqual(topology(schema), { order: ["t2", "t0", "t1", "t3"], broken: [] });
});

Deno.test("topology: breaks a circle at its nullable reference only", () => {
  const schema = build(3, [
    { child: 0, parent: 1, nullable: false },
    { child: 1, parent: 0, nullable: true },
    { child: 2, parent: 0, nullable: true },
  ]);
  const { order, broken } = topology(schema);
  assert.deepEqual(broken, [{ table: "t1", foreignKeyIndex: 0 }]);
  assert.deepEqual(order, ["t1", "t0", "t2"]);
});

Deno.test("topology: refuses a circle of required references", () => {
  const schema = build(2, [
    { child: 0, parent: 1, nullable: false },
    { child: 1, parent: 0, nullable: false },
  ]);
  assert.throws(
    () => topology(schema),
    (error) => error instanceof DwSimError && error.problems[0]?.code === "REQUIRED_CYCLE",
  );
});

Deno.test("topology: in any graph, every unbroken reference points back, and only circles break", () => {
  const links = fc.array(
    fc.record({ child: fc.nat(7), parent: fc.nat(7), nullable: fc.boolean() }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(links, (drawn) => {
      const schema = build(8, drawn);
      if (reachable(drawn.filter(({ nullable }) => !nullable)).cyclic) {
        assert.throws(() => topology(schema), DwSimError);
        return;
      }
      const { order, broken } = topology(schema);
      assert.equal(new Set(order).size, 8);
      const place = new Map(order.map((name, index) => [name, index]));
      const { reaches } = reachable(drawn);
      for (const { name, foreignKeys } of schema.tables) {
        foreignKeys.forEach(({ referencesTable }, index) => {
          if (referencesTable === name) return;
          const isBroken = broken.some((each) =>
            each.table === name && each.foreignKeyIndex === index
          );
          assert.equal(isBroken, place.get(referencesTable)! > place.get(name)!);
          const [from, to] = [Number(name.slice(1)), Number(referencesTable.slice(1))];
          if (isBroken) assert.ok(reaches(to, from), "broken outside a circle");
        });
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("topology: orders a chain of 20,000 tables without running out of stack", () => {
  const count = 20_000;
  const links = Array.from({ length: count - 1 }, (_, child) => ({
    child,
    parent: child + 1,
    nullable: false,
  }));
  const { order } = topology(build(count, links));
  assert.equal(order[0], `t${count - 1}`);
  assert.equal(order.at(-1), "t0");
});

Deno.test("topology: breaks one circle of 20,000 tables once", () => {
  const count = 20_000;
  const links = Array.from({ length: count }, (_, child) => ({
    child,
    parent: (child + 1) % count,
    nullable: child === 7,
  }));
  assert.deepEqual(topology(build(count, links)).broken, [{ table: "t7", foreignKeyIndex: 0 }]);
});

function build(count: number, links: readonly Link[]): ExperimentSchema {
  const byChild = Map.groupBy(links, ({ child }) => child);
  const tables = Array.from({ length: count }, (_, child): Table => {
    const own = byChild.get(child) ?? [];
    return {
      name: `t${child}`,
      targetRows: 1,
      columns: own.map(({ nullable }, index) => ({
        name: `c${index}`,
        type: { kind: "integer", bits: 32 },
        nullable,
        unique: true,
      })),
      primaryKey: [],
      uniqueKeys: [],
      compositeKeys: [],
      warnings: [],
      foreignKeys: own.map(({ parent }, index) => ({
        columns: [`c${index}`],
        referencesTable: `t${parent}`,
        referencesColumns: ["c0"],
      })),
    };
  });
  return { name: "test", tables };
}

/** A plain model: repeated closure over the eight nodes; self-references left out. */
function reachable(links: readonly Link[]) {
  const reach = new Set(
    links.filter(({ child, parent }) => child !== parent).map((e) => `${e.child}>${e.parent}`),
  );
  for (let round = 0; round < 8; round++) {
    for (const one of [...reach]) {
      for (const other of [...reach]) {
        const [[a, b], [c, d]] = [one.split(">"), other.split(">")];
        if (b === c) reach.add(`${a}>${d}`);
      }
    }
  }
  const reaches = (from: number, to: number) => reach.has(`${from}>${to}`);
  return { reaches, cyclic: [0, 1, 2, 3, 4, 5, 6, 7].some((node) => reaches(node, node)) };
}
