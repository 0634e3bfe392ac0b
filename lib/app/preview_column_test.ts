import { deepEqual, equal, rejects } from "node:assert/strict";
import { planGeneration, previewValues } from "../generation/mod.ts";
import { withContext } from "./_testing.ts";
import { createExperiment } from "./create_experiment.ts";
import { generate } from "./generate.ts";
import { previewColumn } from "./preview_column.ts";
import { runQuery } from "./run_query.ts";

const TYPES = [
  "BOOLEAN",
  "TINYINT",
  "INT",
  "BIGINT",
  "DECIMAL(8,2)",
  "DECIMAL(16,4)",
  "DECIMAL(38,6)",
  "DECIMAL(5,0)",
  "REAL",
  "FLOAT",
  "VARCHAR(40)",
  "CHAR(12)",
  "DATE",
  "TIME",
  "TIMESTAMP",
  "UUID",
  "JSON",
];

Deno.test("previewValues writes what the engine reads from the files of a run", async () => {
  await withContext(async (context) => {
    const columns = TYPES.map((data_type, i) => ({
      ...{ name: `c${i}`, data_type, required: i % 3 !== 0 },
      ...data_type.startsWith("DECIMAL(8") && { min_value: -50, max_value: 50 },
    }));
    const document = { name: "types", tables: [{ name: "t", target_rows: 30, columns }] };
    const schema = createExperiment(context, JSON.stringify(document), { source: "test" });
    await generate(context, "types", { seed: 7 });
    const names = columns.map(({ name, data_type }) =>
      data_type === "TIME" || data_type === "TIMESTAMP"
        ? `strftime(${name}::TIMESTAMP, '%Y-%m-%d %H:%M:%S.%f')`
        : `${name}::VARCHAR`
    ).map((text, i) =>
      TYPES[i] === "TIME"
        ? `rpad(c${i}::VARCHAR || CASE WHEN contains(c${i}::VARCHAR, '.') THEN '' ELSE '.' END, 15, '0')`
        : text
    );
    const sql = `SELECT ${names.join(", ")} FROM t`;
    await using answer = await runQuery(context, { experiment: "types", sql });
    const rows: (string | null)[][] = [];
    for await (const batch of answer.result.batches()) rows.push(...batch.text());
    const { plan } = await planGeneration(schema, { seed: 7, rows: new Map() });
    const texts = previewValues(plan, plan.tables[0]!, 30);
    for (const [i, type] of TYPES.entries()) {
      const read = rows.map((row) => row[i]!);
      if (type === "REAL" || type === "FLOAT") {
        deepEqual(texts[i]!.map(asNumber), read.map(asNumber), type);
      } else deepEqual(texts[i], read, type);
    }
  });
});

function asNumber(text: string | null): number | null {
  return text === null ? null : Math.fround(Number(text));
}

Deno.test("previewColumn infers a generator from names, follows a range, and shows NULLs", async () => {
  const email = { name: "email", data_type: "VARCHAR(80)" };
  const { generator, values } = await previewColumn({ table: "customers", column: email });
  equal(generator, "email");
  equal(values.length, 10);
  equal(values.every((value) => /^\S+@\S+$/.test(value!)), true);
  const price = { name: "price", data_type: "DECIMAL(8,2)", min_value: 5, max_value: 6 };
  const prices = await previewColumn({ table: "items", column: price });
  equal(prices.values.every((value) => Number(value) >= 5 && Number(value) <= 6), true);
  const none = { ...email, required: false, null_rate: 1 };
  const nulls = await previewColumn({ table: "customers", column: none });
  equal(nulls.values.every((value) => value === null), true);
});

Deno.test("previewColumn leaves foreign keys out of account, and refuses what cannot be", async () => {
  const key = {
    ...{ name: "store_id", data_type: "INT" },
    foreign_key: { references_table: "stores", references_column: "id" },
  };
  equal((await previewColumn({ table: "sales", column: key })).values.length, 10);
  const wrong = { name: "x", data_type: "INT", min_value: 9, max_value: 1 };
  await rejects(previewColumn({ table: "t", column: wrong }), { code: "SCHEMA_INVALID" });
  const rule = { name: "x", data_type: "INT", faker_rule: "no_such_rule" };
  await rejects(previewColumn({ table: "t", column: rule }), { code: "GENERATION_IMPOSSIBLE" });
});
