import { deepStrictEqual, equal } from "node:assert/strict";
import { readCheck } from "./check.ts";
import { parseSchemaValue } from "./parse_schema_value.ts";
import { checkFacts } from "./rules/check_facts.ts";
import { renderExpression } from "./rules/render_expression.ts";
import { schemaToJson } from "./schema_to_json.ts";

const TABLE = { columns: ["Id", "price", "status", "starts", "ends"], table: "t" };

function facts(text: string): unknown {
  const { rule } = readCheck(text, TABLE);
  if (rule === undefined) return null;
  const { facts: found, unused } = checkFacts(rule);
  return [...found, ...unused.map((each) => renderExpression(each, { engine: "duckdb" }))];
}

function factsOf(text: string): string {
  const strip = (key: string, value: unknown) => key === "at" ? undefined : value;
  return JSON.stringify(facts(text), strip);
}

Deno.test("a check says of single columns what values can be made by", () => {
  const bound = (operator: string, value: unknown, column = "price") => ({
    ...{ kind: "bound", column, operator, value },
  });
  deepStrictEqual(facts("price > 0 AND 10 >= price"), [bound(">", 0), bound("<=", 10)]);
  deepStrictEqual(facts("PRICE BETWEEN -1.5 AND 2 * 3"), [bound(">=", -1.5), bound("<=", 6)]);
  deepStrictEqual(facts("NOT (price < 1 OR price > 9)"), [bound(">=", 1), bound("<=", 9)]);
  deepStrictEqual(facts("starts >= DATE '2024-01-01'"), [bound(">=", "2024-01-01", "starts")]);
  deepStrictEqual(facts("status = 'a' OR t.status IN ('b', 'c')"), [
    { kind: "values", column: "status", values: ["a", "b", "c"] },
  ]);
  deepStrictEqual(facts("price <> 0 AND status <> ''"), [
    { kind: "except", column: "price", values: [0] },
    { kind: "length", column: "status", operator: ">=", value: 1 },
  ]);
  deepStrictEqual(facts("status IS NOT NULL AND char_length(status) = 2"), [
    { kind: "not_null", column: "status" },
    { kind: "length", column: "status", operator: ">=", value: 2 },
    { kind: "length", column: "status", operator: "<=", value: 2 },
  ]);
  deepStrictEqual(facts("status ~* '^a'"), [
    { kind: "regex", column: "status", pattern: "^a", ignoresCase: true },
  ]);
});

Deno.test("a check says how columns of a row stand to each other", () => {
  const starts = { kind: "column", name: "starts" };
  equal(
    factsOf("starts <= ends"),
    JSON.stringify([{
      ...{ kind: "order", column: "starts", operator: "<=" },
      expression: { ...starts, name: "ends" },
    }]),
  );
  equal(
    factsOf("price + 1 < id"),
    JSON.stringify([{
      ...{ kind: "order", column: "Id", operator: ">" },
      expression: {
        kind: "arithmetic",
        operator: "+",
        left: { ...starts, name: "price" },
        right: { kind: "literal", value: 1 },
      },
    }]),
  );
  equal(
    factsOf("price = id"),
    JSON.stringify([{
      ...{ kind: "derived", column: "price" },
      expression: { ...starts, name: "Id" },
    }]),
  );
});

Deno.test("the words in which pg_dump lists a check mean what was written", () => {
  deepStrictEqual(
    facts("((status)::text = ANY ((ARRAY['a'::character varying, 'b'::text])::text[]))"),
    [{ kind: "values", column: "status", values: ["a", "b"] }],
  );
  deepStrictEqual(facts("((price >= (0)::numeric))"), [
    { kind: "bound", column: "price", operator: ">=", value: 0 },
  ]);
});

Deno.test("a column that may be NULL is bound as if it may not: NULL fails no check", () => {
  equal(factsOf("ends IS NULL OR ends > starts"), factsOf("ends > starts"));
  // This one asks for more: a price whenever there is no end.
  deepStrictEqual(facts("ends IS NULL OR price > 0"), ['("ends" IS NULL) OR ("price" > 0)']);
});

Deno.test("what rules cannot say stays text, and what is said of no single column is told apart", () => {
  for (
    const text of [
      "price % 2 = 0",
      "now() > starts",
      "nothing > 0",
      "other.price > 0",
      "price::int > 0",
      "price IN (SELECT 1)",
      "price > 1..2",
      "price > 12345678901234567890",
      "",
      "'",
      `${"(".repeat(9_000)}price > 0${")".repeat(9_000)}`,
      "-".repeat(5_000),
    ]
  ) equal(readCheck(text, TABLE).rule, undefined, text.slice(0, 40));
  deepStrictEqual(facts("price > 0 AND status NOT LIKE 'x%'"), [
    { kind: "bound", column: "price", operator: ">", value: 0 },
    `"status" NOT LIKE 'x%'`,
  ]);
});

Deno.test("a backslash is read where it is a character, and not where it may escape", () => {
  const text = "status ~ '^\\d+$'";
  equal(readCheck(text, TABLE).rule?.kind, "regex");
  equal(readCheck(text, { ...TABLE, dialect: "snowflake" }).rule, undefined);
});

Deno.test("checks are read from JSON as text or with a name, and written the same way", () => {
  const document = {
    name: "shop",
    tables: [{
      name: "t",
      target_rows: 1,
      columns: [{ name: "price", data_type: "INT" }],
      checks: ["price > 0", { name: "cheap", text: "price < 10" }],
    }],
  };
  const schema = parseSchemaValue(document, { source: "shop.json" });
  deepStrictEqual(schema.tables[0]!.checks?.map(({ name, text }) => [name, text]), [
    [undefined, "price > 0"],
    ["cheap", "price < 10"],
  ]);
  deepStrictEqual(schemaToJson(schema).tables[0]!.checks, document.tables[0]!.checks);
});
