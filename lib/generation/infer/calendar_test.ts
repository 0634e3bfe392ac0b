import { deepEqual, equal } from "node:assert/strict";
import { parseSchemaValue } from "../../schema/mod.ts";
import { cellsOf } from "../_testing.ts";
import { planGeneration } from "../plan/plan_generation.ts";
import { calendarOf } from "./calendar.ts";

const COLUMNS = {
  date_key: "INT",
  full_date: "DATE",
  year: "SMALLINT",
  quarter: "SMALLINT",
  quarter_name: "CHAR(6)",
  month: "SMALLINT",
  month_name: "VARCHAR(9)",
  day_of_month: "SMALLINT",
  day_of_week: "SMALLINT",
  day_name: "CHAR(3)",
  day_of_year: "SMALLINT",
  week_of_year: "SMALLINT",
  is_weekend: "BOOLEAN",
  year_month: "CHAR(7)",
  month_end: "DATE",
} as const;

function schemaOf(columns: Readonly<Record<string, string>>, rows: number) {
  const dates = {
    ...{ name: "dim_date", target_rows: rows, primary_key: [Object.keys(columns)[0]] },
    columns: Object.entries(columns).map(([name, data_type]) => ({ name, data_type })),
  };
  const sales = {
    ...{ name: "sales", target_rows: 50, columns: [{ name: "sold_on_key", data_type: "INT" }] },
    foreign_keys: [{ columns: ["sold_on_key"], references_table: "dim_date" }],
  };
  const tables = columns.date_key === undefined ? [dates] : [dates, sales];
  return parseSchemaValue({ name: "x", tables }, { source: "the test" });
}

const DAY_MS = 86_400_000;

Deno.test("a calendar has a row a day, and all its columns tell of that day", async () => {
  const rows = 3000;
  const { plan, diagnostics } = await planGeneration(schemaOf(COLUMNS, rows), { seed: 4 });
  deepEqual(diagnostics, []);
  const made = Object.keys(COLUMNS).map((name) => cellsOf(plan, `dim_date.${name}`, 97));
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2020, 0, 1 + row));
    const iso = day.toISOString().slice(0, 10);
    const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
    const long = (options: Intl.DateTimeFormatOptions) =>
      day.toLocaleDateString("en-US", { timeZone: "UTC", ...options });
    const quarter = Math.floor(month / 3) + 1;
    deepEqual(made.map((cells) => cells[row]), [
      Number(iso.replaceAll("-", "")),
      day.getTime() / DAY_MS,
      year,
      quarter,
      `${year}Q${quarter}`,
      month + 1,
      long({ month: "long" }),
      day.getUTCDate(),
      (day.getUTCDay() + 6) % 7 + 1,
      long({ weekday: "short" }),
      (day.getTime() - Date.UTC(year, 0, 1)) / DAY_MS + 1,
      isoWeek(day),
      day.getUTCDay() % 6 === 0,
      iso.slice(0, 7),
      Date.UTC(year, month + 1, 0) / DAY_MS,
    ], iso);
  }
  const keys = new Set(made[0]);
  for (const key of cellsOf(plan, "sales.sold_on_key")) equal(key === null || keys.has(key), true);
});

/** By the day that is looked for: the Thursday of week 1 is the first of its year. */
function isoWeek(day: Date): number {
  let week = 1;
  const thursday = new Date(day.getTime() + (4 - ((day.getUTCDay() + 6) % 7 + 1)) * DAY_MS);
  for (let at = thursday.getTime() - 7 * DAY_MS;; at -= 7 * DAY_MS) {
    if (new Date(at).getUTCFullYear() !== thursday.getUTCFullYear()) return week;
    week++;
  }
}

Deno.test("the date of TPC-DS is a calendar of two centuries, keyed by plain numbers", async () => {
  const columns = {
    ...{ d_date_sk: "INT", d_date_id: "CHAR(16)", d_date: "DATE", d_month_seq: "INT" },
    ...{ d_year: "INT", d_dow: "INT", d_moy: "INT", d_dom: "INT", d_qoy: "INT" },
    ...{ d_day_name: "CHAR(9)", d_quarter_name: "CHAR(6)", d_weekend: "CHAR(1)" },
  };
  const { plan } = await planGeneration(schemaOf(columns, 73_049), { seed: 4, rows: new Map() });
  const read = (name: string) => cellsOf(plan, `dim_date.${name}`, 16_000);
  equal(Number(read("d_date").at(-1)) * DAY_MS, Date.UTC(2099, 11, 31));
  deepEqual(
    ["d_date_sk", "d_year", "d_moy", "d_day_name", "d_quarter_name", "d_month_seq", "d_weekend"]
      .map((name) => read(name)[0]),
    [1, 1900, 1, "Monday", "1900Q1", 0, "N"],
  );
});

Deno.test("a table that refers to others, or tells little of days, is no calendar", () => {
  const calendar = (columns: Readonly<Record<string, string>>) =>
    calendarOf(schemaOf(columns, 10).tables[0]!);
  equal(calendar({ id: "INT", order_date: "DATE", year: "INT", month: "INT" }), null);
  equal(calendar({ id: "INT", sold: "DATE", shipped: "DATE", year: "INT", month: "INT" }), null);
  equal(calendar(COLUMNS)?.date.name, "full_date");
});
