import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { parseExpression, parseSchema, renderExpression } from "../schema/mod.ts";
import { withContext } from "./_testing.ts";
import { planRowChecks } from "./_plan_row_checks.ts";
import { planRun } from "./_plan_run.ts";
import { createExperiment } from "./create_experiment.ts";
import { generate } from "./generate.ts";

const column = (name: string, data_type: string, rest: Record<string, unknown> = {}) => ({
  ...{ name, data_type, ...rest },
});
const MAYBE = { required: false };

/** Every rule, and what to put into a row so that it no longer keeps it. */
const RULES: readonly (readonly [json: ReturnType<typeof column>, wrong: string])[] = [
  [column("total", "DECIMAL(12,2)", { rule: "q * price" }), "total + 0.01"],
  [column("share", "FLOAT", { rule: "price * 0.2..0.4" }), "price * 0.41"],
  [column("part", "INT", { rule: "q - 0..3" }), "q + 1"],
  [column("ratio", "REAL", { rule: "price / q" }), "ratio * 1.001"],
  [column("paid", "TIMESTAMP", { rule: "day + 1..3 days + 0..3600 seconds" }), "day"],
  [column("sent", "DATE", { ...MAYBE, rule: "when q > 4 then paid + 1..9 days" }), "day"],
  [column("seen", "DATE", { ...MAYBE, rule: "parents.born + 0..9 days" }), "DATE '1900-01-01'"],
  [column("big", "BOOLEAN", { rule: "price > 50 and not word like 'b%'" }), "NOT big"],
  [column("name", "TEXT", { rule: "upper(word) || '-' || left(word, 2)" }), "name || 'x'"],
  [column("maybe", "INT", { rule: "coalesce(n + 1, q)" }), "-1"],
  [column("later", "DATE", { rule: "day + q" }), "day"],
  [column("age", "INT", { rule: "day - DATE '2000-01-01'" }), "age + 1"],
];

const SCHEMA = JSON.stringify({
  name: "rows",
  tables: [
    {
      ...{ name: "parents", target_rows: 50, primary_key: ["id"] },
      columns: [column("id", "INT"), column("born", "DATE", MAYBE)],
    },
    {
      ...{ name: "children", target_rows: 3000 },
      columns: [
        column("id", "INT", { is_unique: true }),
        column("parent_id", "INT", {
          foreign_key: { references_table: "parents", references_column: "id", nullable: true },
        }),
        column("q", "INT", { min_value: 1, max_value: 9 }),
        column("price", "DECIMAL(8,2)", { min_value: 1, max_value: 99 }),
        column("day", "DATE"),
        column("word", "VARCHAR(20)", { faker_rule: "color" }),
        column("n", "INT", { ...MAYBE, null_rate: 0.5, min_value: 0, max_value: 9 }),
        ...RULES.map(([json]) => json),
      ],
    },
  ],
});

Deno.test("what rules make passes their checks, and a single wrong value is found", () =>
  withContext(async (context) => {
    createExperiment(context, SCHEMA, { source: "test" });
    const { run } = await generate(context, "rows", { seed: 5 });
    const schema = parseSchema(SCHEMA, { source: "test" });
    const { plan } = await planRun(schema, run);
    const checks = planRowChecks(schema, plan);
    assert.deepEqual(
      checks.map(({ columns: [name] }) => name),
      RULES.map(([{ name }]) => name),
    );
    const connection = await (await DuckDBInstance.create()).connect();
    const count = async (sql: string) =>
      Number((await connection.run(sql)).getChunk(0).getRows()[0]![0]);
    for (const name of ["parents", "children"]) {
      const files = `${run.outputPath}/${name}/*.parquet`;
      await connection.run(`CREATE TABLE ${name} AS FROM read_parquet('${files}')`);
    }
    for (const [at, { sql, condition }] of checks.entries()) {
      assert.equal(await count(sql), 0, condition);
      const [{ name }, wrong] = RULES[at]!;
      await connection.run("BEGIN");
      await connection.run(`UPDATE children SET "${name}" = ${wrong}
        WHERE id = (SELECT min(id) FROM children WHERE "${name}" IS NOT NULL)`);
      assert.equal(await count(sql), 1, condition);
      await connection.run("ROLLBACK");
    }
    connection.closeSync();
  }));

/** Any computation with numbers and conditions, as text. */
const expressions = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom("q", "price", "n", "2", "0.5", "-3.25"),
    fc.tuple(tie("number"), fc.constantFrom("+", "-", "*"), tie("number")).map((parts) =>
      `(${parts.join(" ")})`
    ),
    fc.tuple(tie("number"), fc.constantFrom("4", "0.3")).map(([one, by]) => `(${one} / ${by})`),
    fc.tuple(fc.constantFrom("coalesce", "greatest", "least"), tie("number"), tie("number"))
      .map(([name, one, other]) => `${name}(${one}, ${other})`),
    tie("number").map((one) => `abs(${one})`),
    tie("number").map((one) => `-(${one})`),
    fc.tuple(tie("condition"), tie("number"), tie("number"))
      .map(([when, one, other]) => `(case when ${when} then ${one} else ${other} end)`),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(tie("number"), fc.constantFrom("<", "<=", ">", ">=", "<>"), tie("number"))
      .map((parts) => parts.join(" ")),
    tie("number").map((one) => `${one} is not null`),
    fc.constantFrom("q in (1, 2, 3)", "n not in (4, 5)", "word like '%e'", "word > 'm'"),
    fc.tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition")).map((parts) =>
      `(${parts.join(" ")})`
    ),
    tie("condition").map((one) => `not (${one})`),
  ),
}));

Deno.test("random computations are what an engine computes that never saw ours", () =>
  withContext(async (context) => {
    const rules = fc.sample(expressions.number, { numRuns: 60, seed: 20261122 });
    const { tables: [parents, children] } = JSON.parse(SCHEMA);
    const own = rules.map((rule, at) =>
      column(`r${at}`, "FLOAT", { ...MAYBE, null_rate: 0, rule: `${rule} + 0.0` })
    );
    const columns = [...children.columns.slice(0, 7), ...own];
    const document = JSON.stringify({
      name: "random",
      tables: [parents, { ...children, target_rows: 500, columns }],
    });
    createExperiment(context, document, { source: "test" });
    const { run } = await generate(context, "random", { seed: 8 });
    const schema = parseSchema(document, { source: "test" });
    const { plan } = await planRun(schema, run);
    const checks = planRowChecks(schema, plan);
    assert.equal(checks.length, rules.length);
    const connection = await (await DuckDBInstance.create()).connect();
    const files = `${run.outputPath}/children/*.parquet`;
    await connection.run(`CREATE TABLE children AS FROM read_parquet('${files}')`);
    for (const { sql, condition, columns: [name] } of checks) {
      const count = async (question: string) =>
        Number((await connection.run(question)).getChunk(0).getRows()[0]![0]);
      assert.equal(await count(sql), 0, condition);
      // And it is NULL nowhere but where the engine says so.
      const { expression } = parseExpression(condition!);
      const value = renderExpression(expression!, { engine: "duckdb" });
      const missing =
        `SELECT count(*) FROM children WHERE "${name}" IS NULL AND (${value}) IS NOT NULL`;
      assert.equal(await count(missing), 0, condition);
    }
    connection.closeSync();
  }));
