import { faker } from "@faker-js/faker/locale/en";
import { reportUsage } from "./report_usage.ts";

/** The ten columns as most generators make them, an object a row by Faker, nothing written: ROWS. */
const rows = Number(Deno.args[0]);
faker.seed(42);
let kept = 0;
for (let row = 0; row < rows; row++) {
  const record = {
    id: row + 1,
    code: faker.number.int(2_000_000_000),
    region_key: faker.number.int({ min: 1, max: 1_000_000 }),
    first_name: faker.person.firstName(),
    last_name: faker.person.lastName(),
    email: faker.internet.email(),
    price: faker.commerce.price(),
    order_date: faker.date.between({ from: "2020-01-01", to: "2024-12-31" }),
    created_at: faker.date.between({ from: "2020-01-01", to: "2024-12-31" }),
    active: faker.datatype.boolean(),
  };
  kept += record.email.length;
}
if (kept === 0) throw new Error("Nothing was made");
reportUsage(rows);
