import assert from "node:assert/strict";
import { parseSchemaValue } from "../../../schema/mod.ts";
import { type Cell, cellsOf } from "../../_testing.ts";
import { planGeneration } from "../plan_generation.ts";

const ROWS = 4000;

async function planOf(column: Readonly<Record<string, unknown>>) {
  const columns = [{ name: "x", ...column }];
  const schema = parseSchemaValue({
    name: "defaults",
    tables: [{ name: "t", target_rows: ROWS, columns }],
  }, { source: "test" });
  return await planGeneration(schema, { seed: 3 });
}

async function shareOf(column: Readonly<Record<string, unknown>>, value: Cell): Promise<number> {
  const { plan, diagnostics } = await planOf(column);
  assert.deepEqual(diagnostics, []);
  return cellsOf(plan, "t.x").filter((cell) => cell === value).length / ROWS;
}

function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 0.03, `${found}, not ${expected}`);
}

Deno.test("half of the rows have a plain default, or as many as the schema says", async () => {
  near(
    await shareOf({ data_type: "VARCHAR(9)", default: "'fresh'::character varying" }, "fresh"),
    0.5,
  );
  near(await shareOf({ data_type: "INT", default: "(7777)", default_share: 0.1 }, 7777), 0.1);
  near(await shareOf({ data_type: "INT", default: 7777, default_share: 0 }, 7777), 0);
  near(await shareOf({ data_type: "DECIMAL(5,2)", default: -1.25, default_share: 1 }, -125), 1);
});

Deno.test("words of a list are spelt as the default that is one of them", async () => {
  const wordsOf = async (name: string, text: string) => {
    const columns = [{ name, data_type: "VARCHAR(30)", required: true, default: text }];
    const tables = [{ name: "t", target_rows: ROWS, columns }];
    const schema = parseSchemaValue({ name: "x", tables }, { source: "test" });
    const { plan } = await planGeneration(schema, { seed: 3 });
    return new Set(cellsOf(plan, `t.${name}`).map(String));
  };
  const channels = await wordsOf("channel", "'WEB'");
  assert.ok(channels.size > 2 && channels.has("WEB"));
  assert.ok([...channels].every((word) => word === word.toUpperCase()), [...channels].join());
  const plain = [...await wordsOf("channel", "'web'")].toSorted();
  assert.deepEqual([...channels].map((word) => word.toLowerCase()).toSorted(), plain);
  const mixed = await wordsOf("channel", "'wEb'");
  assert.ok(mixed.has("wEb") && !mixed.has("web") && mixed.size === plain.length);
  // What is no word of the list leaves it as it is.
  assert.ok((await wordsOf("channel", "'UNKNOWN'")).has("web"));
});

Deno.test("what is no plain value of the column is no default of its rows", async () => {
  near(await shareOf({ data_type: "INT", default: "7777", max_value: 100 }, 7777), 0);
  near(await shareOf({ data_type: "VARCHAR(30)", default: "current_user" }, "current_user"), 0);
  near(await shareOf({ data_type: "VARCHAR(30)", default: "''" }, ""), 0);
  near(await shareOf({ data_type: "VARCHAR(30)", default: "'x'", faker_rule: "city" }, "x"), 0);
  const { diagnostics } = await planOf({ data_type: "DATE", default: "now()", default_share: 0.2 });
  assert.deepEqual(diagnostics.map(({ code, path }) => [code, path]), [
    ["PLAN_DEFAULT_UNUSED", "$.tables[0].columns[0]"],
  ]);
});
