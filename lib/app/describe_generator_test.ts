import assert from "node:assert/strict";
import { describeGenerator } from "./describe_generator.ts";
import { listGenerators } from "../generation/mod.ts";

Deno.test("describeGenerator shows values of every generator there is", async () => {
  for (const { name } of listGenerators()) {
    const { values } = await describeGenerator(name);
    assert.ok(values.length > 0, name);
  }
});

Deno.test("describeGenerator knows a generator by the names of Faker-JS and of Python's Faker", async () => {
  for (const rule of ["first_name", "person.firstName", "FIRST_NAME"]) {
    assert.equal((await describeGenerator(rule)).name, "first_name", rule);
  }
});

Deno.test("describeGenerator shows the same values for the same seed", async () => {
  const [one, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => describeGenerator("email", { seed })),
  );
  assert.deepEqual(one, again);
  assert.notDeepEqual(one!.values, other!.values);
});

Deno.test("describeGenerator names what a misspelt rule may have meant", async () => {
  await assert.rejects(describeGenerator("frist_name"), (error: Error & { problems?: unknown }) => {
    assert.match(JSON.stringify(error.problems), /PLAN_UNKNOWN_GENERATOR.*'first_name'/);
    return true;
  });
});
