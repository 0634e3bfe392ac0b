import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { parseSchema } from "../schema/mod.ts";
import { planChecks } from "./_plan_checks.ts";

const column = (name: string, rest: object = {}) => ({ name, data_type: "INT", ...rest });

const SCHEMA = parseSchema(
  JSON.stringify({
    name: "shop",
    tables: [
      { name: "parent", target_rows: 3, columns: [column("id")], primary_key: ["id"] },
      {
        name: "child",
        target_rows: 4,
        columns: [column("_row_id"), column("a"), column("b"), column("p", { required: false })],
        primary_key: ["_row_id"],
        composite_keys: [["a", "b"]],
        foreign_keys: [{ columns: ["p"], references_table: "parent", references_columns: ["id"] }],
      },
    ],
  }),
  { source: "test" },
);

const PARENT = "SELECT unnest([1, 2, 3]) AS id";
const CHILD = "FROM (VALUES (1, 1, 1, 1), (2, 1, 2, NULL), (3, 2, 1, 3), (4, 2, 2, 3))";

/** Asks every check over the given rows; the answers that are not 0, by kind and table. */
async function findings(parent: string, child: string): Promise<Record<string, number>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE parent AS ${parent}`);
  await connection.run(`CREATE TABLE child AS SELECT * ${child} AS c(_row_id, a, b, p)`);
  const found: Record<string, number> = {};
  for (const { sql, kind, table } of planChecks(SCHEMA, new Map([["parent", 3], ["child", 4]]))) {
    const [row] = (await connection.run(sql)).getChunk(0).getRows();
    if (Number(row![0]) > 0) found[`${kind} ${table}`] = Number(row![0]);
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}

Deno.test("planChecks counts parents with too many rows, too few, or none", async () => {
  const law = { type: "range", min: 1, max: 2, childless: 0.25 };
  const json = { references_table: "parent", references_column: "id", per_parent: law };
  const schema = parseSchema(
    JSON.stringify({
      name: "shop",
      tables: [
        { name: "parent", target_rows: 4, columns: [column("id")], primary_key: ["id"] },
        { name: "child", target_rows: 5, columns: [column("p", { foreign_key: json })] },
      ],
    }),
    { source: "test" },
  );
  const checks = planChecks(schema, new Map([["parent", 4], ["child", 5]]));
  const { sql } = checks.find(({ kind }) => kind === "per_parent")!;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const answers: number[][] = [];
  for (const parents of ["1, 1, 2, 2, 3", "1, 1, 1, 2, 3", "1, 1, 2, 3, 4"]) {
    await connection.run(`CREATE OR REPLACE TABLE child AS SELECT unnest([${parents}]) AS p`);
    answers.push((await connection.run(sql)).getChunk(0).getRows()[0]!.map(Number));
  }
  assert.deepEqual(answers, [[0, 0, 1.25, 2], [1, 0, 1.25, 3], [1, 1, 1.25, 2]]);
  connection.closeSync();
  instance.closeSync();
});

Deno.test("planChecks finds nothing in rows that keep every promise", async () => {
  assert.deepEqual(await findings(PARENT, CHILD), {});
});

Deno.test("planChecks finds each kind of breach, and counts its rows", async () => {
  const child = (...rows: string[]) => `FROM (VALUES ${rows.map((row) => `(${row})`).join(", ")})`;
  const cases: readonly (readonly [parent: string, child: string, found: object])[] = [
    ["SELECT unnest([1, 2, 3, 4]) AS id", CHILD, { "row_count parent": 1 }],
    ["SELECT unnest([1, 3, 3]) AS id", CHILD, { "unique parent": 1 }],
    ["SELECT unnest([1, NULL, 3]) AS id", CHILD, { "required parent": 1 }],
    ["SELECT unnest([1, 2, 4]) AS id", CHILD, { "reference child": 2 }],
    [
      PARENT,
      child("1, 1, 1, 1", "2, 1, 1, 1", "3, 1, 1, 1", "4, 2, 2, 1"),
      { "unique child": 2 },
    ],
    [
      PARENT,
      child("1, 1, 1, 1", "2, 1, 2, 1", "3, 2, 1, 1", "5, 2, 2, 1"),
      { "sequence child": 1 },
    ],
    [
      PARENT,
      child("1, 1, NULL, 1", "2, 1, NULL, 1", "3, 2, 1, 1", "4, 2, 2, 1"),
      { "required child": 2 },
    ],
  ];
  for (const [parent, rows, found] of cases) assert.deepEqual(await findings(parent, rows), found);
});
