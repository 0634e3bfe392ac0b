import { deepStrictEqual, ok } from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";
import { schemaToJson } from "./schema_to_json.ts";

type Json = Readonly<Record<string, unknown>>;

function read(columns: readonly Json[], rest: Json = {}) {
  const tables = [
    { name: "child", target_rows: 5, columns, ...rest },
    { name: "parent", target_rows: 5, primary_key: ["id"], columns: [INT("id"), INT("size")] },
  ];
  return parseSchemaValue({ name: "x", tables }, { source: "x.json" });
}

const INT = (name: string, rule?: string): Json => ({
  name,
  data_type: "INT",
  ...(rule !== undefined && { rule }),
});

const reference = (name: string): Json => ({
  ...INT(name),
  foreign_key: { references_table: "parent", references_column: "id" },
});

/** Code, path, and what matters of the message. */
function problems(columns: readonly Json[], rest: Json = {}): readonly (readonly string[])[] {
  try {
    read(columns, rest);
  } catch (error) {
    ok(error instanceof DwSimError);
    return error.problems.map(({ code, path, message }) => [code, path!, message]);
  }
  return [];
}

Deno.test("rules are read from JSON, and written back as they were", () => {
  const columns = [INT("a"), INT("b", "A * 2 + parent.size"), reference("parent_id")];
  const schema = read(columns);
  deepStrictEqual(schemaToJson(schema).tables[0]!.columns.map(({ rule }) => rule), [
    undefined,
    "A * 2 + parent.size",
    undefined,
  ]);
});

Deno.test("every problem of every rule is told at once, with the place in its text", () => {
  const columns = [
    INT("first", "1 +"),
    INT("second", "frist + 1"),
    INT("third", "parent.length"),
    INT("fourth", "stranger.size"),
    reference("parent_id"),
  ];
  deepStrictEqual(problems(columns), [
    [
      "RULE_WRONG",
      "$.tables[0].columns[0].rule",
      "The rule '1 +' is not one from character 4 on: a value was expected, and the end found",
    ],
    [
      "RULE_NAME_UNKNOWN",
      "$.tables[0].columns[1].rule",
      "'frist', at character 1 of the rule, is no column here",
    ],
    [
      "RULE_NAME_UNKNOWN",
      "$.tables[0].columns[2].rule",
      "'length', at character 1 of the rule, is no column here",
    ],
    [
      "RULE_NAME_UNKNOWN",
      "$.tables[0].columns[3].rule",
      "'stranger', at character 1 of the rule, is no column here",
    ],
  ]);
});

Deno.test("where two foreign keys lead to a table, a rule must name the column of one", () => {
  const columns = [reference("one_id"), reference("other_id")];
  const found = problems([...columns, INT("a", "parent.size")]);
  deepStrictEqual(found.map(([code]) => code), ["RULE_AMBIGUOUS"]);
  deepStrictEqual(problems([...columns, INT("a", "other_id.size")]), []);
});

Deno.test("a circle of rules is refused once, and named", () => {
  const circle = [INT("a", "b + 1"), INT("b", "c * 2"), INT("c", "when a > 1 then 2 else 3")];
  deepStrictEqual(problems([...circle, INT("d", "a")]), [[
    "RULE_CIRCLE",
    "$.tables[0].columns[0].rule",
    "The rules go round in a circle: child.a → child.b → child.c → child.a",
  ]]);
  const long = Array.from(
    { length: 2_000 },
    (_, i) => INT(`c${i}`, i === 0 ? undefined : `c${i - 1} + 1`),
  );
  deepStrictEqual(problems(long), []);
});

Deno.test("what a key or a counter decides has no rule", () => {
  deepStrictEqual(
    problems([INT("id", "a"), INT("a"), { ...reference("parent_id"), rule: "a" }, {
      ...INT("n", "a"),
      identity: {},
    }], { primary_key: ["id"] }).map(([code, path]) => [code, path]),
    [0, 2, 3].map((index) => ["RULE_CONTRADICTS", `$.tables[0].columns[${index}].rule`]),
  );
});
