import { deepStrictEqual, equal } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { parseExpression } from "./parse_expression.ts";
import { renderExpression } from "./render_expression.ts";

/** A condition, and the rows of `t` that fail it. */
const CASES: readonly (readonly [condition: string, failing: readonly number[]])[] = [
  ["a > 1", [1]],
  ["a BETWEEN 2 AND 3", [1]],
  ["NOT a = 2", [2]],
  ["a IN (1, 2) OR b LIKE 'th%'", []],
  ["b NOT LIKE 't%'", [2, 3]],
  ["b ILIKE 'T%' AND a * -2 < -2", [1]],
  ["b ~ '^t[wh]'", [1]],
  ["b !~* 'ONE'", [1]],
  ["length(b) = 3", [3]],
  ["(a - 1) * 2 = a", [1, 3]],
  ["d >= '2024-01-02'", [1]],
  ["d + 1 days <= DATE '2024-01-03'", [3]],
  ["n IS NULL OR n > 5", [2]],
  ["coalesce(n, 6) > 5", [2]],
  ["CASE WHEN a = 1 THEN n IS NULL ELSE true END", []],
  ["b || '!' = 'two!'", [1, 3]],
  ["round(a / 2, 0) = 1", [3]],
  ["slug(b) = lower(b)", []],
  ["greatest(a, 2) = least(a, 3)", [1]],
  ["year(d) = 2024 AND quarter(d) = 1 AND month(d) = 1 AND week(d) = 1", []],
  ["day(d) < 3 AND day_of_year(d) = a", [3]],
  ["d - (day_of_week(d) - 1) = '2024-01-01'", []],
  ["day_name(d) = 'Tuesday' OR month_name('2024-02-01') <> 'February'", [1, 3]],
];

Deno.test("renderExpression: an engine understands what was read, and finds the rows that fail", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE TABLE t AS SELECT * FROM (VALUES
    (1, 'one', DATE '2024-01-01', NULL), (2, 'two', DATE '2024-01-02', 4),
    (3, 'three', DATE '2024-01-03', 9)) AS t(a, b, d, n)`);
  for (const [text, failing] of CASES) {
    const { expression } = parseExpression(text);
    const sql = renderExpression(expression!, { engine: "duckdb" });
    const result = await connection.run(`SELECT a FROM t WHERE NOT (${sql}) ORDER BY a`);
    const rows = result.chunkCount === 0 ? [] : result.getChunk(0).getRows();
    deepStrictEqual(rows.map(([a]) => Number(a)), failing, `${text} => ${sql}`);
    // What is written reads back as the same.
    const again = parseExpression(sql).expression;
    if (!/regexp|INTERVAL/.test(sql)) {
      equal(renderExpression(again!, { engine: "duckdb" }), sql);
    }
  }
  connection.closeSync();
});

Deno.test("parseExpression says where a text stops being a rule, and why", () => {
  const faults = [
    ["price +", 7, "a value was expected, and the end found"],
    ["price ? 2", 6, "'?' means nothing here"],
    ["floor(price, 2)", 0, "'floor' takes 1 values, not 2"],
    ["lookup(price)", 0, "'lookup' is no function of rules"],
    ["price > 0 status", 10, "an operator or the end was expected, and 'status' found"],
    ["when a then", 11, "a value was expected, and the end found"],
  ] as const;
  for (const [text, at, reason] of faults) {
    deepStrictEqual(parseExpression(text), { expression: null, fault: { reason, at } });
  }
});
