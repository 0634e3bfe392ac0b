import assert from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { cellsOf } from "../_testing.ts";
import { planGeneration } from "../plan/plan_generation.ts";
import { continuePlan } from "./continue_plan.ts";

const reference = { references_table: "parents", references_column: "id" };

const SCHEMA = parseSchemaValue({
  name: "grown",
  tables: [
    {
      ...{ name: "parents", target_rows: 40, primary_key: ["id"] },
      columns: [
        { name: "id", data_type: "INT" },
        { name: "city", data_type: "TEXT" },
        { name: "country", data_type: "TEXT" },
        { name: "created_at", data_type: "TIMESTAMP" },
        { name: "updated_at", data_type: "TIMESTAMP" },
      ],
    },
    {
      ...{ name: "children", target_rows: 100, primary_key: ["id"] },
      columns: [
        { name: "id", data_type: "INT" },
        { name: "parent_id", data_type: "INT", foreign_key: reference },
        { name: "q", data_type: "INT", default: 1 },
        { name: "seen", data_type: "TIMESTAMP", rule: "parents.updated_at + 0..3 days" },
        { name: "code", data_type: "TEXT", is_unique: true, pattern: "[a-z]{3}-\\d{3}" },
        { name: "tag", data_type: "TEXT", is_unique: true, rule: "'t-' || row_number()" },
        { name: "place", data_type: "TEXT", rule: "parents.city || ', ' || parents.country" },
      ],
    },
  ],
}, { source: "test" });

const COLUMNS = SCHEMA.tables.flatMap(({ name, columns }) =>
  columns.map((column) => `${name}.${column.name}` as const)
);

Deno.test("rows that are there keep what rules made of them when others are added", async () => {
  const steps = [[40, 100], [40, 250], [90, 400]] as const;
  const plans = await Promise.all(steps.map(async ([parents, children]) => {
    const rows = new Map([["parents", parents], ["children", children]]);
    return (await planGeneration(SCHEMA, { seed: 4, rows })).plan;
  }));
  for (const count of [2, 3]) {
    const [before, after] = [
      continuePlan(plans.slice(0, count - 1)),
      continuePlan(plans.slice(0, count)),
    ];
    for (const column of COLUMNS) {
      const [old, all] = [cellsOf(before, column), cellsOf(after, column)];
      assert.deepEqual(all.slice(0, old.length), old, column);
    }
    for (const unique of ["children.code", "children.tag"] as const) {
      const cells = cellsOf(after, unique);
      assert.equal(new Set(cells).size, cells.length, unique);
    }
    const seen = cellsOf(after, "children.seen").map(Number);
    const updated = cellsOf(after, "parents.updated_at").map(Number);
    cellsOf(after, "children.parent_id").forEach((parent, row) => {
      const gap = seen[row]! - updated[Number(parent) - 1]!;
      assert.ok(gap >= 0 && gap <= 3 * 86_400_000_000, `row ${row}`);
    });
  }
});
