import { deepEqual, equal } from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { CATALOGUE, type GeneratorName } from "../generators/registry_gen.ts";
import { WordBook } from "../generators/word_book.ts";
import { CODE_COUNTS, codeRows } from "./code_rows.ts";

Deno.test("as many codes are counted as the generators have", async () => {
  const book = await WordBook.open();
  const type = { kind: "string", maxLength: 60, fixed: false } as const;
  for (const [name, count] of Object.entries(CODE_COUNTS)) {
    const source = CATALOGUE[name as GeneratorName].source({ type, book });
    equal(source.kind === "words" && source.words.length, count, name);
  }
});

Deno.test("codeRows knows tables whose keys are codes, and no others", () => {
  const rowsOf = (name: string, columns: readonly object[], rest: object = {}) => {
    const table = { name, target_rows: 1000, columns, primary_key: ["k"], ...rest };
    const codes = { name: "codes", target_rows: 9, columns: [{ name: "k", data_type: "CHAR(2)" }] };
    const tables = [table, { ...codes, primary_key: ["k"] }];
    return codeRows(parseSchemaValue({ name: "x", tables }, { source: "the test" }).tables[0]!);
  };
  const key = { name: "k", data_type: "INT" };
  const code = { name: "country_code", data_type: "VARCHAR(2)" };
  deepEqual(rowsOf("dim_country", [code], { primary_key: ["country_code"] }), {
    ...{ column: "country_code", codes: "country codes", count: 249 },
  });
  equal(rowsOf("c", [key, { ...code, is_unique: true }])?.count, 249);
  const currency = { name: "currency_name", data_type: "VARCHAR(60)", is_unique: true };
  equal(rowsOf("c", [key, currency])?.codes, "currency names");
  equal(rowsOf("c", [key, code]), null);
  equal(rowsOf("c", [key, { ...code, is_unique: true, faker_rule: "word" }]), null);
  equal(rowsOf("customer", [key, { name: "email", data_type: "TEXT", is_unique: true }]), null);
});
