import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../lib/errors/mod.ts";
import { arbitraryKeyedTables } from "./_arbitrary_keys.ts";
import { askNumbers, keyQuestions } from "./_key_questions.ts";
import { makeRun, type TableJson, testSchema } from "./_make_run.ts";

/** DW_SIM_PROPERTY_RUNS raises it for a long look. */
const RUNS = Number(Deno.env.get("DW_SIM_PROPERTY_RUNS") ?? 60);

Deno.test("keys and references drawn at random hold, or are refused with a reason", async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryKeyedTables(), fc.nat(), async (tables, seed) => {
      if (await holds(tables, seed)) made++;
    }),
    { numRuns: RUNS },
  );
  assert.ok(made > RUNS / 4, `only ${made} of ${RUNS} random schemas could exist`);
});

/** Whether the tables could be made; what was made must hold. */
async function holds(tables: readonly TableJson[], seed: number): Promise<boolean> {
  try {
    await using run = await makeRun(tables, { seed });
    const questions = keyQuestions({
      schema: testSchema(tables),
      rowCount: ({ targetRows }) => targetRows,
      from: ({ name }) => `read_parquet([${run.files(name).map((file) => `'${file}'`).join()}])`,
    });
    const answers = await askNumbers(questions.map(({ sql }) => sql));
    questions.forEach(({ what, expected }, index) => assert.equal(answers[index], expected, what));
    return true;
  } catch (error) {
    if (!(error instanceof DwSimError) || error.kind !== "invalid") throw error;
    assert.ok(error.problems.length > 0);
    assert.ok(error.problems.every(({ path, hint }) => path !== undefined && hint !== ""));
    return false;
  }
}
