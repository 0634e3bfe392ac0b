import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../../../errors/mod.ts";
import { parseSchemaValue } from "../../../schema/mod.ts";
import { cellsOf } from "../../_testing.ts";
import { planGeneration } from "../plan_generation.ts";

interface Asked {
  readonly parents?: number;
  readonly rows?: number;
  readonly seed?: number;
  readonly column?: object;
  readonly table?: object;
  readonly columns?: readonly object[];
}

function schemaOf(perParent: object, { parents = 100, rows = 300, ...asked }: Asked) {
  const reference = { references_table: "parents", references_column: "id", per_parent: perParent };
  const tables = [
    {
      name: "parents",
      target_rows: parents,
      primary_key: ["id"],
      columns: [{ name: "id", data_type: "INT" }],
    },
    {
      name: "others",
      target_rows: 40,
      primary_key: ["id"],
      columns: [{ name: "id", data_type: "INT" }],
    },
    {
      name: "children",
      target_rows: rows,
      columns: [
        { name: "parent", data_type: "INT", foreign_key: reference, ...asked.column },
        ...asked.columns ?? [],
      ],
      ...asked.table,
    },
  ];
  return parseSchemaValue({ name: "families", tables }, { source: "the test's schema" });
}

async function make(perParent: object, asked: Asked = {}) {
  const { plan } = await planGeneration(schemaOf(perParent, asked), { seed: asked.seed ?? 7 });
  return (column: string, pageRows = 1000) => cellsOf(plan, `children.${column}`, pageRows);
}

/** Rows of every parent that has any, ascending. */
function sizesOf(parents: readonly unknown[]): number[] {
  const sizes = new Map<unknown, number>();
  for (const parent of parents) {
    if (parent !== null) sizes.set(parent, (sizes.get(parent) ?? 0) + 1);
  }
  return [...sizes.values()].sort((a, b) => a - b);
}

async function refusals(perParent: object, asked: Asked): Promise<string[]> {
  try {
    await make(perParent, asked);
  } catch (error) {
    if (error instanceof DwSimError) {
      return error.problems.map((each) => `${each.message}. ${each.hint}`);
    }
    throw error;
  }
  return [];
}

Deno.test("a constant gives every parent the same, in no order, whatever the pages", async () => {
  const cells = await make({ type: "constant", count: 3 });
  const parents = cells("parent");
  assert.deepEqual(sizesOf(parents), Array(100).fill(3));
  assert.notDeepEqual(parents.slice(0, 3), [parents[0], parents[0], parents[0]]);
  assert.deepEqual(cells("parent", 7), parents);
  const other = await make({ type: "constant", count: 3 }, { seed: 8 });
  assert.notDeepEqual(other("parent"), parents);
});

Deno.test("the share of parents without rows is exact, and all others have at least one", async () => {
  for (const law of [{ type: "poisson", mean: 4 }, { type: "zipf", exponent: 1 }]) {
    const sizes = sizesOf((await make({ ...law, childless: 0.25 }))("parent"));
    assert.equal(sizes.length, 75);
    assert.equal(sizes.reduce((a, b) => a + b), 300);
  }
});

Deno.test("a reference that may be NULL is so in exactly its share of rows", async () => {
  const column = { required: false, null_rate: 0.25 };
  const parents = (await make({ type: "constant", count: 3 }, { rows: 400, column }))("parent");
  assert.equal(parents.filter((parent) => parent === null).length, 100);
  assert.deepEqual(sizesOf(parents), Array(100).fill(3));
  const whole = (await make({ type: "range", min: 1, max: 5 }, { column: { required: false } }))(
    "parent",
  );
  assert.ok(whole.every((parent) => parent !== null));
});

Deno.test("of a key with a line number, the lines of each parent count from 1", async () => {
  const table = { primary_key: ["parent", "line_no"] };
  const columns = [{ name: "line_no", data_type: "SMALLINT" }];
  const cells = await make({ type: "range", min: 1, max: 6 }, { table, columns });
  const lines = cells("line_no");
  const largest = new Map<unknown, number>();
  cells("parent").forEach((parent, row) => {
    largest.set(parent, Math.max(largest.get(parent) ?? 0, Number(lines[row])));
  });
  const sizes = sizesOf(cells("parent"));
  assert.deepEqual([...largest.values()].sort((a, b) => a - b), sizes);
  assert.equal(sizes.reduce((a, b) => a + b), 300);
});

Deno.test("of a junction table, no parent has the same partner twice", async () => {
  const other = {
    name: "other",
    data_type: "INT",
    foreign_key: { references_table: "others", references_column: "id" },
  };
  const table = { primary_key: ["parent", "other"] };
  const cells = await make({ type: "range", min: 0, max: 40 }, {
    table,
    columns: [other],
    rows: 2000,
  });
  const others = cells("other");
  const pairs = new Set(cells("parent").map((parent, row) => `${parent} ${others[row]}`));
  assert.equal(pairs.size, 2000);
  assert.equal(new Set(others).size, 40);
});

Deno.test("a reference of several columns takes them all from one parent", async () => {
  const integer = (name: string) => ({ name, data_type: "INT" });
  const reference = {
    columns: ["a", "b"],
    references_table: "parents",
    references_columns: ["x", "y"],
    per_parent: { type: "range", min: 2, max: 4, childless: 0.5 },
  };
  const tables = [
    {
      name: "parents",
      target_rows: 60,
      unique_keys: [["x", "y"]],
      columns: [integer("x"), integer("y")],
    },
    {
      name: "children",
      target_rows: 90,
      foreign_keys: [reference],
      columns: [integer("a"), integer("b")],
    },
  ];
  const schema = parseSchemaValue({ name: "tuples", tables }, { source: "test" });
  const { plan } = await planGeneration(schema, { seed: 2 });
  const [xs, ys] = [cellsOf(plan, "parents.x"), cellsOf(plan, "parents.y")];
  const parents = new Set(xs.map((x, row) => `${x} ${ys[row]}`));
  const bs = cellsOf(plan, "children.b");
  const children = cellsOf(plan, "children.a").map((a, row) => `${a} ${bs[row]}`);
  assert.ok(children.every((each) => parents.has(each)));
  assert.deepEqual(sizesOf(children), [
    ...Array(10).fill(2),
    ...Array(10).fill(3),
    ...Array(10).fill(4),
  ]);
});

Deno.test("rows are shared out to the last whatever is asked, and keys hold", async () => {
  const law = fc.oneof(
    fc.constant({ type: "poisson", mean: 3 }),
    fc.constant({ type: "zipf", exponent: 0.9 }),
    fc.constant({ type: "range", min: 0, max: 500 }),
  );
  const count = fc.integer({ min: 1, max: 400 });
  await fc.assert(
    fc.asyncProperty(law, count, count, fc.nat(), async (perParent, parents, rows, seed) => {
      const table = { primary_key: ["parent", "line_no"] };
      const columns = [{ name: "line_no", data_type: "INT" }];
      const cells = await make(perParent, { parents, rows, seed, table, columns });
      const lines = cells("line_no");
      const pairs = new Set(cells("parent").map((parent, row) => `${parent} ${lines[row]}`));
      assert.equal(pairs.size, rows);
      assert.ok(
        cells("parent").every((parent) => Number(parent) >= 1 && Number(parent) <= parents),
      );
    }),
    { numRuns: 25 },
  );
});

Deno.test("what cannot be is refused with the count that can", async () => {
  const [constant] = await refusals({ type: "constant", count: 4 }, {});
  assert.match(
    constant!,
    /exactly 400 rows.*300 have a parent.*Ask for exactly 400 rows of 'children'/,
  );
  const [range] = await refusals({ type: "range", min: 0, max: 2 }, {});
  assert.match(range!, /at most 200 rows of 'children'/);
  const [least] = await refusals({ type: "poisson", mean: 1, childless: 0 }, { rows: 60 });
  assert.match(least!, /at least 100 rows of 'children'/);
  const unique = await refusals({ type: "range", min: 0, max: 3 }, {
    rows: 100,
    column: { is_unique: true },
  });
  assert.match(unique.join(), /its columns are unique.*Let no parent have more than 1/);
  const table = { primary_key: ["parent", "other"] };
  const other = {
    name: "other",
    data_type: "INT",
    foreign_key: { references_table: "others", references_column: "id" },
  };
  const junction = await refusals({ type: "constant", count: 50 }, {
    rows: 5000,
    table,
    columns: [other],
  });
  assert.match(junction.join(), /allows each at most 40/);
});

Deno.test("a unique reference may have one row for some parents and none for the others", async () => {
  const column = { is_unique: true };
  const law = { type: "constant", count: 1, childless: 0.4 };
  const sizes = sizesOf((await make(law, { rows: 60, column }))("parent"));
  assert.deepEqual(sizes, Array(60).fill(1));
});
