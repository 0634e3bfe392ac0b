import assert from "node:assert/strict";
import { DwSimError } from "../../errors/mod.ts";
import { parseSchemaValue } from "../../schema/mod.ts";
import { cellsOf } from "../_testing.ts";
import { planGeneration } from "../plan/plan_generation.ts";

function plan(column: Readonly<Record<string, unknown>>, rows: number, checks: string[] = []) {
  const columns = [{ name: "code", data_type: "VARCHAR(40)", ...column }];
  const tables = [{ name: "t", target_rows: rows, columns, checks }];
  const schema = parseSchemaValue({ name: "x", tables }, { source: "test" });
  return planGeneration(schema, { seed: 3 });
}

async function textsOf(
  column: Readonly<Record<string, unknown>>,
  rows = 2000,
  checks: string[] = [],
): Promise<string[]> {
  const made = await plan(column, rows, checks);
  assert.deepEqual(made.diagnostics, []);
  const cells = cellsOf(made.plan, "t.code");
  assert.deepEqual(cellsOf(made.plan, "t.code", 37), cells);
  return cells.map(String);
}

Deno.test("texts of a pattern match it as a regular expression, unique or not", async () => {
  const patterns = [
    "[A-Z]{2}-\\d{4}",
    "(red|green|blue)-[a-f0-9]{6,8}",
    "\\+49 [1-9]\\d{2,4} \\d{6}",
    "[äöü]x?[^a-z ]",
    "[A-Z]{20}",
  ];
  for (const pattern of patterns) {
    for (const is_unique of [false, true]) {
      const rows = is_unique && pattern.startsWith("[äöü]") ? 200 : 2000;
      const texts = await textsOf({ pattern, is_unique }, rows);
      const whole = new RegExp(`^(?:${pattern})$`, "u");
      assert.ok(texts.every((text) => whole.test(text)), `${pattern}: ${texts[0]}`);
      if (is_unique) assert.equal(new Set(texts).size, rows, pattern);
    }
  }
});

Deno.test("every text of a pattern is given out, and of one more it is told how many there are", async () => {
  const texts = await textsOf({ pattern: "[ab]{1,3}\\d", is_unique: true }, 140);
  assert.equal(new Set(texts).size, 140);
  const error = await plan({ pattern: "[ab]{1,3}\\d", is_unique: true }, 141).catch((e) => e);
  assert.ok(error instanceof DwSimError);
  assert.match(error.problems[0]!.message, /at most 140$/);
  // `a` is of both forms: only one of them may give it.
  assert.equal(new Set(await textsOf({ pattern: "[ab]|[ac]", is_unique: true }, 2)).size, 2);
});

Deno.test("every form and every character is drawn about as often", async () => {
  const texts = await textsOf({ pattern: "[ab]{1,4}" }, 8000);
  for (const length of [1, 2, 3, 4]) {
    const share = texts.filter((text) => text.length === length).length / 8000;
    assert.ok(Math.abs(share - 0.25) < 0.02, `${length}: ${share}`);
  }
  const letters = texts.join("");
  const share = letters.replaceAll("b", "").length / letters.length;
  assert.ok(Math.abs(share - 0.5) < 0.02, `${share} a`);
});

Deno.test("checks on the look of texts are patterns, or thin out the words there are", async () => {
  const made = async (name: string, check: string) =>
    await textsOf({ name: "code", data_type: "VARCHAR(12)", faker_rule: name }, 500, [check]);
  const codes = await textsOf({}, 500, ["code ~ '^[A-Z]{3}-\\d+$'"]);
  assert.ok(codes.every((code) => /^[A-Z]{3}-\d+$/.test(code)));
  const likes = await textsOf({}, 500, ["code LIKE 'X_%.z'"]);
  assert.ok(likes.every((code) => /^X..*\.z$/.test(code)));
  const long = await textsOf({}, 500, ["length(code) >= 38"]);
  assert.ok(long.every(({ length }) => length >= 38 && length <= 40));
  const words = await made("color", "code LIKE '%e'");
  assert.ok(words.every((word) => word.endsWith("e")) && words.includes("blue"));
});
