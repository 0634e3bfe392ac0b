import { faker } from "@faker-js/faker/locale/en";
import { reportUsage } from "./report_usage.ts";
import { parseShape, type Shape } from "./shapes.ts";

function numeric(row: number): Record<string, unknown> {
  return {
    id: row + 1,
    code: faker.number.int(2_000_000_000),
    region_key: faker.number.int({ min: 1, max: 1_000_000 }),
    price: faker.commerce.price(),
    order_date: faker.date.between({ from: "2020-01-01", to: "2024-12-31" }),
    created_at: faker.date.between({ from: "2020-01-01", to: "2024-12-31" }),
    active: faker.datatype.boolean(),
  };
}

function ten(row: number): Record<string, unknown> {
  return {
    ...numeric(row),
    first_name: faker.person.firstName(),
    last_name: faker.person.lastName(),
    email: faker.internet.email(),
  };
}

function storeSales(row: number): Record<string, unknown> {
  const record: Record<string, unknown> = { _row_id: row + 1, ss_ticket_number: row >> 3 };
  for (let key = 0; key < 9; key++) record[`k${key}`] = faker.number.int({ min: 1, max: 100_000 });
  record.ss_quantity = faker.number.int({ min: 1, max: 100 });
  for (let amount = 0; amount < 12; amount++) {
    record[`amount${amount}`] = faker.number.float({ min: 0.5, max: 20_000, fractionDigits: 2 });
  }
  return record;
}

const MAKERS: Readonly<Record<Shape, (row: number) => Record<string, unknown>>> = {
  ten,
  numeric,
  store_sales: storeSales,
};

/** A shape as most generators make it, an object a row by Faker, nothing written: ROWS DIRECTORY SHAPE. */
const rows = Number(Deno.args[0]);
const make = MAKERS[parseShape(Deno.args[2])];
faker.seed(42);
let kept = 0;
for (let row = 0; row < rows; row++) kept += Object.keys(make(row)).length;
if (kept === 0) throw new Error("Nothing was made");
reportUsage(rows);
