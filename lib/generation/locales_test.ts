import assert from "node:assert/strict";
import { type Locale, LOCALES, parseSchemaValue } from "../schema/mod.ts";
import { cellsOf } from "./_testing.ts";
import { planGeneration } from "./plan/plan_generation.ts";

const text = (name: string, more: object = {}) => ({ name, data_type: "VARCHAR(60)", ...more });

async function make(locale: Locale | undefined) {
  const people = {
    name: "people",
    target_rows: 2000,
    primary_key: ["id"],
    columns: [
      { name: "id", data_type: "INT" },
      text("first_name"),
      text("last_name"),
      text("city"),
      text("state"),
      text("email", { is_unique: true }),
      text("website", { faker_rule: "url" }),
      text("short", { faker_rule: "first_name", data_type: "VARCHAR(7)", is_unique: true }),
    ],
  };
  const schema = parseSchemaValue({ name: "world", locale, tables: [people] }, { source: "test" });
  const { plan } = await planGeneration(schema, { seed: 3 });
  return (column: string) => cellsOf(plan, `people.${column}`).map(String);
}

Deno.test("a schema without a locale is English to the last value", async () => {
  const [none, english] = [await make(undefined), await make("en")];
  for (const column of ["first_name", "city", "email"]) {
    assert.deepEqual(none(column), english(column));
  }
});

/** Letters, a town and a region that only one of them has. */
const MARKS: Readonly<Record<Locale, readonly [letters: RegExp, region: string]>> = {
  en: [/^[\x20-\x7e]+$/, "California"],
  de: [/[äöüß]/, "Bayern"],
  fr: [/[éèç]/, "Bretagne"],
  es: [/[áíóñ]/, "Galicia"],
  ja: [/[\u3040-\u30ff\u4e00-\u9fff]/, "北海道"],
};

for (const locale of LOCALES) {
  Deno.test(`people of '${locale}' have its names and regions, and mail in plain letters`, async () => {
    const cells = await make(locale);
    const [letters, region] = MARKS[locale];
    const names = [...cells("first_name"), ...cells("last_name")];
    assert.ok(names.some((name) => letters.test(name)));
    assert.ok(cells("state").includes(region), [...new Set(cells("state"))].join());
    const mail = cells("email");
    assert.ok(mail.every((each) => /^[a-z0-9.]{3,}@[a-z0-9.-]+$/.test(each) && !/^\./.test(each)));
    assert.equal(new Set(mail).size, mail.length);
    assert.ok(cells("website").every((each) => /^https:\/\/[\x21-\x7e]+$/.test(each)));
    const short = cells("short");
    assert.equal(new Set(short).size, short.length);
    const encoder = new TextEncoder();
    assert.ok(short.every((each) => encoder.encode(each).length <= 7 && !each.includes("\ufffd")));
  });
}
