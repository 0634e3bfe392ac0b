import assert from "node:assert/strict";
import { type ExperimentSchema, parseSchemaValue } from "../../schema/mod.ts";
import { cellsOf } from "../_testing.ts";
import { nameGenerators } from "../plan/name_generators.ts";
import { planGeneration } from "../plan/plan_generation.ts";

type Json = Readonly<Record<string, unknown>>;

function schemaOf(...tables: readonly Json[]): ExperimentSchema {
  return parseSchemaValue({ name: "x", dialect: "redshift", tables }, { source: "test" });
}

/** A table of columns written `name TYPE`, `?` behind those that may be NULL. */
function table(name: string, columns: string, rest: Json = {}): Json {
  return {
    name,
    target_rows: 400,
    columns: columns.split(", ").map((text) => {
      const [column, type] = text.split(" ");
      return {
        name: column,
        data_type: type!.replace("?", ""),
        required: !type!.endsWith("?"),
      };
    }),
    ...rest,
  };
}

/** The rules that a table gets, by column. */
async function rulesOf(
  columns: string,
  rest: Json = {},
): Promise<Readonly<Record<string, string>>> {
  const names = await nameGenerators(schemaOf(table("t", columns, rest)));
  return Object.fromEntries(
    Object.entries(names.t!).flatMap(([column, name]) =>
      name.startsWith("= ") ? [[column, name.slice(2)]] : []
    ),
  );
}

Deno.test("moments follow the nearest earlier one that their names tell of", async () => {
  assert.deepEqual(
    await rulesOf("created_at TIMESTAMP, updated_at TIMESTAMP?, deleted_at TIMESTAMP?"),
    { updated_at: "created_at + 0..90 days", deleted_at: "updated_at + 0..90 days" },
  );
  assert.deepEqual(
    await rulesOf("o_orderdate DATE, o_shipdate DATE, o_receiptdate TIMESTAMP"),
    {
      o_shipdate: "o_orderdate + 1..5 days",
      o_receiptdate: "o_shipdate + 1..10 days + 0..86399 seconds",
    },
  );
  assert.deepEqual(
    await rulesOf("start_date DATE?, end_date DATE, valid_from DATE, valid_to DATE"),
    {
      end_date: "coalesce(start_date + 0..30 days, generated())",
      valid_to: "valid_from + 1..365 days",
    },
  );
});

Deno.test("totals are quantity times price, mail has the row's names", async () => {
  assert.deepEqual(await rulesOf("qty INT, unit_price DECIMAL(8,2), total DECIMAL(12,2)"), {
    total: "qty * unit_price",
  });
  assert.deepEqual(
    await rulesOf("first_name VARCHAR(40), last_name VARCHAR(40), email VARCHAR(120)"),
    { email: "slug(first_name) || '.' || slug(last_name) || '@example.com'" },
  );
  assert.deepEqual(
    await rulesOf("first_name VARCHAR(40), last_name VARCHAR(40), email VARCHAR(120)", {
      unique_keys: [["email"]],
    }),
    {
      email: "slug(first_name) || '.' || slug(last_name) || '.' || row_number() || '@example.com'",
    },
  );
});

Deno.test("sums, taxes and parts follow from the numbers that their names tell of", async () => {
  assert.deepEqual(
    await rulesOf("subtotal DECIMAL(12,2), tax DECIMAL(12,2), total_amount DECIMAL(12,2)"),
    { tax: "round(subtotal * 0.05..0.2, 2)", total_amount: "subtotal + tax" },
  );
  assert.deepEqual(
    await rulesOf("net_amount DECIMAL(12,2), vat_amount DECIMAL(12,2), gross_amount DECIMAL(12,2)"),
    {
      vat_amount: "round(net_amount * 0.05..0.2, 2)",
      gross_amount: "net_amount + vat_amount",
    },
  );
  assert.deepEqual(await rulesOf("impressions BIGINT, clicks BIGINT, conversions BIGINT"), {
    clicks: "floor(impressions * 0.002..0.08)",
    conversions: "floor(clicks * 0..0.2)",
  });
  assert.deepEqual(await rulesOf("min_price DECIMAL(10,2), max_price DECIMAL(12,2)"), {
    max_price: "min_price * 1.01..2.5",
  });
  assert.deepEqual(await rulesOf("subtotal DECIMAL(12,2), tax INT, amount DECIMAL(12,2)"), {});
});

Deno.test("what ends, was captured or came last follows; the current version has no end", async () => {
  assert.deepEqual(await rulesOf("start_ts TIMESTAMP, end_ts TIMESTAMP"), {
    end_ts: "start_ts + 0..30 days",
  });
  assert.deepEqual(await rulesOf("authorized_at TIMESTAMP, captured_at TIMESTAMP"), {
    captured_at: "authorized_at + 0..30 days",
  });
  assert.deepEqual(await rulesOf("first_order_date DATE, last_order_date DATE"), {
    last_order_date: "first_order_date..greatest(first_order_date, DATE '2025-12-31')",
  });
  assert.deepEqual(await rulesOf("valid_from DATE, valid_to DATE?, is_current BOOLEAN"), {
    valid_to: "case when is_current = true then null else valid_from + 1..365 days end",
  });
  const schema = schemaOf(
    table("t", "valid_from DATE, valid_to DATE, current_flag CHAR(1), card_last4 CHAR(4)"),
  );
  const { plan } = await planGeneration(schema, { seed: 5 });
  const [from, to, flags] = ["t.valid_from", "t.valid_to", "t.current_flag"] as const;
  const ends = cellsOf(plan, to).map(Number);
  const starts = cellsOf(plan, from).map(Number);
  cellsOf(plan, flags).forEach((flag, row) => {
    const isEternal = ends[row] === 2_932_896;
    assert.equal(isEternal, flag === "Y", `row ${row}`);
    assert.ok(ends[row]! > starts[row]!);
  });
  for (const digits of cellsOf(plan, "t.card_last4")) assert.match(String(digits), /^\d{4}$/);
});

Deno.test("nothing is concluded where names leave a doubt, anything is asked, or it would not fit", async () => {
  assert.deepEqual(await rulesOf("updated_at TIMESTAMP, total INT, quantity INT, email TEXT"), {});
  assert.deepEqual(
    await rulesOf("quantity INT, price DECIMAL(8,2), unit_price DECIMAL(8,2), x INT"),
    {},
  );
  assert.deepEqual(await rulesOf("quantity INT, unit_price DECIMAL(8,2), total DECIMAL(3,2)"), {});
  assert.deepEqual(
    await rulesOf("first_name VARCHAR(40), last_name VARCHAR(40), email VARCHAR(20)"),
    {},
  );
  const asked = schemaOf({
    name: "t",
    target_rows: 10,
    columns: [
      { name: "created_at", data_type: "DATE" },
      { name: "updated_at", data_type: "DATE", date_start: "2024-01-01" },
      { name: "modified_on", data_type: "DATE", faker_rule: "birth_date" },
    ],
  });
  const { plan } = await planGeneration(asked, { seed: 1 });
  assert.ok(plan.tables[0]!.columns.every(({ rule }) => rule === undefined));
});

Deno.test("a child's first moment comes after its parent's, whichever rows are asked for", async () => {
  const key = { columns: ["order_id"], references_table: "orders", references_columns: ["id"] };
  const schema = schemaOf(
    table("items", "order_id INT, created_at TIMESTAMP", { foreign_keys: [key] }),
    table("orders", "id INT, order_date DATE, shipped_on DATE", { primary_key: ["id"] }),
  );
  const { plan, diagnostics } = await planGeneration(schema, { seed: 5 });
  assert.deepEqual(diagnostics, []);
  const dates = cellsOf(plan, "orders.order_date").map(Number);
  const orders = cellsOf(plan, "items.order_id").map(Number);
  cellsOf(plan, "items.created_at", 123).forEach((at, row) => {
    const days = Number(at) / 86_400_000_000;
    const from = dates[orders[row]! - 1]!;
    assert.ok(days >= from && days < from + 367, `${days} after ${from}`);
  });
});

Deno.test("rows that come after their parent's do not heap up at the end of time", async () => {
  const keyTo = (column: string, parent: string) => ({
    columns: [column],
    references_table: parent,
  });
  const schema = schemaOf(
    {
      ...table("users", "id INT, created_at TIMESTAMP", { primary_key: ["id"] }),
      target_rows: 9e3,
    },
    {
      ...table("orders", "id INT, user_id INT, ordered_at TIMESTAMP", {
        primary_key: ["id"],
        foreign_keys: [keyTo("user_id", "users")],
      }),
      target_rows: 60_000,
    },
    {
      ...table("payments", "order_id INT, paid_at TIMESTAMP", {
        foreign_keys: [keyTo("order_id", "orders")],
      }),
      target_rows: 60_000,
    },
  );
  const { plan } = await planGeneration(schema, { seed: 5 });
  for (const name of ["orders.ordered_at", "payments.paid_at"] as const) {
    const months = new Array<number>(72).fill(0);
    for (const at of cellsOf(plan, name, 16_000)) {
      const day = new Date(Number(at) / 1000);
      months[(day.getUTCFullYear() - 2020) * 12 + day.getUTCMonth()]!++;
    }
    const lastYear = months.slice(60, 71).reduce((sum, count) => sum + count, 0) / 11;
    assert.ok(months[71]! < 1.4 * lastYear, `${name}: ${months[71]} after ${lastYear} a month`);
    assert.ok(months[71]! > 0.8 * lastYear, `${name}: ${months[71]} after ${lastYear} a month`);
    assert.ok(lastYear < (60_000 / 72) * 2, `${name}: ${lastYear} a month`);
  }
});

Deno.test("of several parents, what happened before counts first, then whose it is", async () => {
  const keys = (...names: readonly string[]) =>
    names.map((name) => ({ columns: [`${name}_id`], references_table: `dim_${name}s` }));
  const parent = (name: string, column: string) =>
    table(`dim_${name}s`, `id INT, ${column} DATE`, { primary_key: ["id"] });
  const parents = [
    parent("store", "opened_on"),
    parent("customer", "created_at"),
    parent("order", "order_date"),
  ];
  const ruleOf = async (...names: readonly string[]) => {
    const child = table(
      "events",
      `${names.map((name) => `${name}_id INT`).join(", ")}, started_on DATE`,
      { foreign_keys: keys(...names) },
    );
    const { events } = await nameGenerators(schemaOf(child, ...parents));
    return events!.started_on;
  };
  assert.equal(
    await ruleOf("store", "customer"),
    "= customer_id.created_at..(customer_id.created_at.." +
      "greatest(customer_id.created_at, DATE '2025-12-31'))",
  );
  assert.match((await ruleOf("store", "customer", "order"))!, /^= order_id\.order_date\.\./);
  const customers = parent("customer", "first_order_date DATE, created_at");
  const orders = table("orders", "customer_id INT, order_date DATE", {
    foreign_keys: keys("customer"),
  });
  const names = await nameGenerators(schemaOf(orders, customers));
  assert.match(names.orders!.order_date!, /^= customer_id\.created_at\.\./);
  assert.match((await ruleOf("store"))!, /^= store_id\.opened_on\.\./);
});

Deno.test("city, state, country, postcode and currency of a row belong together", async () => {
  const schema = schemaOf(
    table(
      "t",
      "city TEXT, state VARCHAR(40), country_code CHAR(2), zip TEXT, currency CHAR(3), " +
        "billing_city TEXT, billing_state CHAR(2), town_count INT",
    ),
  );
  const { plan } = await planGeneration(schema, { seed: 5 });
  const columns = [
    "city",
    "state",
    "country_code",
    "zip",
    "currency",
    "billing_city",
    "billing_state",
  ]
    .map((name) => cellsOf(plan, `t.${name}`, 97).map(String));
  const [city, state, country, zip, currency, billingCity, billingState] = columns;
  const berlin = city!.flatMap((name, row) => name === "Berlin" ? [row] : []);
  assert.ok(berlin.length > 0);
  for (const row of berlin) {
    assert.deepEqual([state![row], country![row], currency![row]], ["Berlin", "DE", "EUR"]);
    assert.match(zip![row]!, /^101\d\d$/);
  }
  const stateOf = new Map(billingCity!.map((name, row) => [name, billingState![row]]));
  billingCity!.forEach((name, row) => assert.equal(billingState![row], stateOf.get(name)));
  assert.equal(stateOf.get("Chicago"), "IL");
  // Two places of a row have nothing to do with each other.
  const alike = city!.filter((name, row) => name === billingCity![row]).length;
  assert.ok(alike < 40, `${alike} of 400 alike`);
});
