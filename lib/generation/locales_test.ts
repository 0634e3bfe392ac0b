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
      text("phone"),
      text("phone_only", { faker_rule: "phone_number", is_unique: true }),
      text("phone_narrow", { faker_rule: "phone_number", data_type: "VARCHAR(12)" }),
      text("postal_code", { data_type: "VARCHAR(10)" }),
      text("zip_narrow", { faker_rule: "postcode", data_type: "CHAR(7)" }),
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

/** Numbers that nobody has, by the plans of their countries; short ones; postcodes. */
const NUMBERS: Readonly<Record<Locale, readonly [phone: RegExp, narrow: RegExp, post: RegExp]>> = {
  en: [/^\d{3}-555-01\d{2,}$/, /^\d{3}-555-01\d\d$/, /^\d{5}$/],
  de: [
    /^\+49 (30 23125|69 90009|40 66969|221 4710|89 99998)\d{3,}$/,
    /^0(3023125|6990009|4066969|2214710|8999998)\d{3}$/,
    /^(?!00|05|43|62)\d{5}$/,
  ],
  fr: [
    /^\+33 (1 9900|2 6191|3 5301|4 6571|5 3649|6 3998)\d{4,}$/,
    /^0(19900|26191|35301|46571|53649|63998)\d{4}$/,
    /^(0[1-9]|[1-8]\d|9[0-5])\d{3}$/,
  ],
  es: [/^\+34 4\d{8,}$/, /^4\d{8}$/, /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/],
  ja: [/^\+81 [36]-0\d{7,}$/, /^0[36]-0\d{7}$/, /^(?!000)\d{3}-\d{4}$/],
};

for (const locale of LOCALES) {
  Deno.test(`telephones and postcodes of '${locale}' look like its country's`, async () => {
    const cells = await make(locale);
    const [phone, narrow, post] = NUMBERS[locale];
    const off = (column: string, pattern: RegExp) =>
      cells(column).filter((each) => !pattern.test(each)).slice(0, 3);
    assert.deepEqual(off("phone", phone), []);
    assert.deepEqual(off("phone_only", phone), []);
    assert.equal(new Set(cells("phone_only")).size, 2000);
    assert.deepEqual(off("phone_narrow", narrow), []);
    assert.deepEqual(off("postal_code", post), []);
    assert.ok(cells("zip_narrow").every((each) => each.length <= 8));
  });
}
