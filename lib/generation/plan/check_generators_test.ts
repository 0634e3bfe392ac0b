import { deepEqual } from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { checkGenerators } from "./check_generators.ts";

function findings(...columns: readonly object[]): readonly string[] {
  const tables = [
    { name: "first", columns: [{ name: "id", data_type: "INT" }] },
    {
      name: "t",
      primary_key: ["a", "b"],
      columns: [{ name: "a", data_type: "INT" }, { name: "b", data_type: "INT" }, ...columns],
    },
  ].map((table) => ({ target_rows: 10, ...table }));
  const schema = parseSchemaValue({ name: "x", tables }, { source: "the test" });
  return checkGenerators(schema).map(({ code, path, hint }) => `${path} ${code} ${hint}`);
}

const named = (faker_rule: string, data_type = "VARCHAR(40)") => ({
  ...{ name: "c", data_type, faker_rule },
});

Deno.test("a misspelt generator is found at its place in the user's file, with near names", () => {
  deepEqual(findings(named("sexx")), [
    "$.tables[1].columns[2].faker_rule PLAN_UNKNOWN_GENERATOR Did you mean 'sex', 'text'?",
  ]);
});

Deno.test("a generator that makes no values of the column's type is found", () => {
  deepEqual(findings(named("first_name", "INT")).map((each) => each.split(" ")[1]), [
    "PLAN_GENERATOR_MISFIT",
  ]);
});

Deno.test("names of ours, of Faker-JS and of the Python Faker are no findings", () => {
  const known = ["first_name", "person.firstName", "faker.name.firstName()", "FIRST_NAME", "name"];
  for (const rule of [...known, "hacker.phrase", "bothify('??-##')"]) {
    deepEqual(findings(named(rule)), [], rule);
  }
});
