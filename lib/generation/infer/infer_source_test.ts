import assert from "node:assert/strict";
import type { Column, LogicalType, Table } from "../../schema/mod.ts";
import { columnWords } from "./column_words.ts";
import { inferGenerator } from "./infer_source.ts";

/** A table by the types of its columns, and the generator that each name ought to give. */
interface Case {
  readonly table: string;
  readonly columns:
    readonly (readonly [name: string, type: LogicalType, generator: string | null])[];
}

const INT: LogicalType = { kind: "integer", bits: 32 };
const MONEY: LogicalType = { kind: "decimal", precision: 7, scale: 2 };
const DATE: LogicalType = { kind: "date" };
const MOMENT: LogicalType = { kind: "timestamp", precision: 6, zoned: false };
const TRUTH: LogicalType = { kind: "boolean" };
const char = (maxLength: number): LogicalType => ({ kind: "string", maxLength, fixed: true });
const varchar = (maxLength: number | null): LogicalType => ({
  kind: "string",
  maxLength,
  fixed: false,
});

const CASES: readonly Case[] = [
  {
    table: "kunden",
    columns: [
      ["vorname", varchar(40), "first_name"],
      ["nachname", varchar(40), "last_name"],
      ["strasse", varchar(60), "street_name"],
      ["Straße", varchar(60), "street_name"],
      ["hausnummer", varchar(8), "building_number"],
      ["plz", char(5), "postcode"],
      ["ort", varchar(60), "city"],
      ["telefon", varchar(20), "phone_number"],
      ["bundesland", varchar(40), "state"],
      ["land", varchar(60), "country"],
      ["land_area", INT, "area"],
      ["geburtsdatum", DATE, "birth_date"],
    ],
  },
  {
    table: "clients",
    columns: [
      ["prénom", varchar(40), "first_name"],
      ["rue", varchar(60), "street_name"],
      ["ville", varchar(60), "city"],
      ["code_postal", char(5), "postcode"],
      ["pays", varchar(60), "country"],
      ["apellidos", varchar(40), "last_name"],
      ["ciudad", varchar(60), "city"],
      ["teléfono", varchar(20), "phone_number"],
    ],
  },
  { table: "region", columns: [["r_regionkey", INT, null], ["r_name", char(25), "sales_region"]] },
  { table: "nation", columns: [["n_name", char(25), "country"], ["n_regionkey", INT, null]] },
  {
    table: "supplier",
    columns: [
      ["s_suppkey", INT, null],
      ["s_name", char(25), "company"],
      ["s_address", varchar(40), "street_address"],
      ["s_phone", char(15), "phone_number"],
      ["s_acctbal", MONEY, "balance"],
      ["s_comment", varchar(101), "comment"],
    ],
  },
  {
    table: "part",
    columns: [
      ["p_name", varchar(55), "product_name"],
      ["p_mfgr", char(25), "manufacturer"],
      ["p_brand", char(10), "brand"],
      ["p_type", varchar(25), null],
      ["p_size", INT, "size_number"],
      ["p_container", char(10), "container"],
      ["p_retailprice", MONEY, "price"],
    ],
  },
  {
    table: "partsupp",
    columns: [["ps_availqty", INT, "stock_level"], ["ps_supplycost", MONEY, "unit_cost"]],
  },
  {
    table: "orders",
    columns: [
      ["o_custkey", INT, null],
      ["o_orderstatus", char(1), "order_status"],
      ["o_totalprice", MONEY, "amount"],
      ["o_orderdate", DATE, "order_date"],
      ["o_orderpriority", char(15), "order_priority"],
      ["o_clerk", char(15), "employee_id"],
    ],
  },
  {
    table: "lineitem",
    columns: [
      ["l_linenumber", INT, "line_number"],
      ["l_quantity", MONEY, "quantity"],
      ["l_extendedprice", MONEY, "amount"],
      ["l_discount", MONEY, "discount"],
      ["l_tax", MONEY, "tax_rate"],
      ["l_returnflag", char(1), "return_flag"],
      ["l_linestatus", char(1), "line_status"],
      ["l_shipdate", DATE, "order_date"],
      ["l_receiptdate", DATE, "order_date"],
      ["l_shipinstruct", char(25), "shipping_instruction"],
      ["l_shipmode", char(10), "shipping_method"],
    ],
  },
  {
    table: "customer",
    columns: [
      ["c_customer_sk", INT, null],
      ["c_customer_id", char(16), "reference_code"],
      ["c_salutation", char(10), "name_prefix"],
      ["c_first_name", char(20), "first_name"],
      ["c_last_name", char(30), "last_name"],
      ["c_preferred_cust_flag", char(1), "flag"],
      ["c_birth_day", INT, "day_of_month"],
      ["c_birth_month", INT, "month"],
      ["c_birth_year", INT, "birth_year"],
      ["c_birth_country", varchar(20), "country"],
      ["c_login", char(13), "username"],
      ["c_email_address", char(50), "email"],
    ],
  },
  {
    table: "customer_address",
    columns: [
      ["ca_street_number", char(10), "building_number"],
      ["ca_street_name", varchar(60), "street_name"],
      ["ca_street_type", char(15), "street_suffix"],
      ["ca_suite_number", char(10), "secondary_address"],
      ["ca_city", varchar(60), "city"],
      ["ca_county", varchar(30), "county"],
      ["ca_state", char(2), "state"],
      ["ca_zip", char(10), "postcode"],
      ["ca_country", varchar(20), "country"],
      ["ca_gmt_offset", MONEY, "utc_offset"],
      ["ca_location_type", char(20), "location_type"],
    ],
  },
  {
    table: "item",
    columns: [
      ["i_item_desc", varchar(200), "product_description"],
      ["i_current_price", MONEY, "price"],
      ["i_wholesale_cost", MONEY, "unit_cost"],
      ["i_brand_id", INT, null],
      ["i_class", char(50), null],
      ["i_category", char(50), "product_category"],
      ["i_color", char(20), "color"],
      ["i_product_name", char(50), "product_name"],
    ],
  },
  {
    table: "date_dim",
    columns: [
      ["d_date", DATE, null],
      ["d_month_seq", INT, null],
      ["d_year", INT, "year"],
      ["d_moy", INT, "month"],
      ["d_day_name", char(9), "day_of_week"],
      ["d_weekend", char(1), "flag"],
      ["d_current_day", char(1), "flag"],
    ],
  },
  {
    table: "promotion",
    columns: [
      ["p_channel_email", char(1), "flag"],
      ["p_channel_details", varchar(100), "description"],
      ["p_promo_name", char(50), "campaign_name"],
      ["p_response_target", INT, null],
    ],
  },
  {
    table: "store_sales",
    columns: [
      ["ss_sold_date_sk", INT, null],
      ["ss_ticket_number", INT, null],
      ["ss_quantity", INT, "quantity"],
      ["ss_list_price", MONEY, "price"],
      ["ss_ext_list_price", MONEY, "amount"],
      ["ss_ext_discount_amt", MONEY, "amount"],
      ["ss_ext_tax", MONEY, "amount"],
      ["ss_net_paid_inc_tax", MONEY, "amount"],
      ["ss_net_profit", MONEY, "profit"],
    ],
  },
  { table: "web_site", columns: [["web_tax_percentage", MONEY, "tax_rate"]] },
  {
    table: "users",
    columns: [
      ["id", INT, null],
      ["name", varchar(100), "full_name"],
      ["user_name", varchar(100), "username"],
      ["firstName", varchar(50), "first_name"],
      ["email", varchar(null), "email"],
      ["email_verified", TRUTH, "active_flag"],
      ["phoneNumber", varchar(20), "phone_number"],
      ["password_hash", varchar(100), "password_hash"],
      ["date_of_birth", DATE, "birth_date"],
      ["is_active", TRUTH, "active_flag"],
      ["created_at", MOMENT, "created_at"],
      ["updatedAt", MOMENT, "updated_at"],
      ["country_code", char(2), "country_code"],
      ["country_code", char(3), "country_code_3"],
      ["last_login_ip", varchar(45), "ipv4"],
      ["avatar_url", varchar(255), "image_url"],
      ["website", varchar(255), "url"],
    ],
  },
  {
    table: "dim_products",
    columns: [
      ["name", varchar(100), "product_name"],
      ["title", varchar(100), "title"],
      ["description", varchar(500), "product_description"],
      ["sku", varchar(20), "sku"],
      ["unitPrice", MONEY, "price"],
      ["currency", char(3), "currency_code"],
      ["rating", MONEY, "rating"],
      ["stock_quantity", INT, "stock_level"],
      ["weight_kg", MONEY, "weight"],
      ["mystery", varchar(20), null],
    ],
  },
  {
    table: "fact_orders",
    columns: [
      ["status", varchar(20), "order_status"],
      ["order_number", varchar(20), "order_number"],
      ["payment_method", varchar(20), "payment_method"],
      ["shipping_address", varchar(200), "street_address"],
      ["shipped_at", MOMENT, "order_date"],
      ["total_amount", MONEY, "amount"],
      ["discount_pct", MONEY, "discount"],
      ["tax_rate", MONEY, "tax_rate"],
      ["coupon_code", varchar(20), "coupon_code"],
      ["notes", varchar(500), "comment"],
    ],
  },
];

for (const { table, columns } of CASES) {
  Deno.test(`inferGenerator reads the columns of ${table}`, () => {
    const whole = tableOf(table, columns.map(([name, type]) => columnOf(name, type)));
    const found = columns.map(([name, type]) =>
      inferGenerator(columnOf(name, type), whole)?.generator.name ?? null
    );
    assert.deepEqual(found, columns.map(([, , generator]) => generator));
  });
}

Deno.test("inferGenerator says why, in words that people read", () => {
  const column = columnOf("o_orderstatus", char(1));
  const inference = inferGenerator(column, tableOf("orders", [column]));
  assert.equal(inference?.reason, 'its name says "order status"');
});

Deno.test("inferGenerator gives no e-mail address where none has room", () => {
  const column = columnOf("email", varchar(5));
  assert.equal(inferGenerator(column, tableOf("people", [column])), null);
});

Deno.test("inferGenerator never gives a generator that makes no values of the column's kind", () => {
  const kinds: readonly LogicalType[] = [INT, MONEY, DATE, MOMENT, TRUTH, varchar(null), char(1)];
  const names = CASES.flatMap(({ columns }) => columns.map(([name]) => name));
  for (const type of kinds) {
    for (const name of names) {
      const column = columnOf(name, type);
      const inference = inferGenerator(column, tableOf("things", [column]));
      assert.ok(inference === null || inference.generator.produces.includes(type.kind), name);
    }
  }
});

Deno.test("inferGenerator gives no numbers that the column cannot hold", () => {
  const guess = (name: string, type: LogicalType) =>
    inferGenerator(columnOf(name, type), tableOf("things", []))?.generator.name;
  assert.equal(guess("year", { kind: "integer", bits: 8 }), undefined);
  assert.equal(guess("year", { kind: "integer", bits: 16 }), "year");
  assert.equal(guess("year", { kind: "decimal", precision: 4, scale: 0 }), "year");
  assert.equal(guess("salary", { kind: "decimal", precision: 5, scale: 2 }), undefined);
  assert.equal(guess("phone", { kind: "integer", bits: 16 }), undefined);
});

Deno.test("inferGenerator makes UUIDs where the database's DEFAULT would", () => {
  const guess = (type: LogicalType, defaultExpression: string) => {
    const column = { ...columnOf("event_id", type), defaultExpression };
    return inferGenerator(column, tableOf("events", [column]))?.generator.name;
  };
  assert.equal(guess(varchar(36), "UUID_STRING()"), "uuid");
  assert.equal(guess(varchar(null), "gen_random_uuid()::text"), "uuid");
  assert.notEqual(guess(varchar(20), "UUID_STRING()"), "uuid");
  assert.notEqual(guess(varchar(36), "'uuid_string()'"), "uuid");
});

Deno.test("columnWords drops a prefix that all columns of a table share, and no other", () => {
  const columns = ["web_name", "web_url", "web_open"].map((name) => columnOf(name, INT));
  const open = columns[2]!;
  assert.equal(columnWords(open, tableOf("sites", columns)), "open");
  assert.equal(columnWords(open, tableOf("sites", [...columns, columnOf("id", INT)])), "web open");
});

Deno.test("columnWords takes glued words apart only if it knows them all", () => {
  const words = (name: string) => columnWords(columnOf(name, INT), tableOf("things", []));
  assert.equal(words("ZIPCODE"), "postcode code");
  assert.equal(words("mktsegment"), "market segment");
  assert.equal(words("datetimes"), "datetimes");
  assert.equal(words("orderxyz"), "orderxyz");
  assert.equal(words("HTTPStatus"), "http status");
});

function columnOf(name: string, type: LogicalType): Column {
  return { name, type, nullable: true, unique: false };
}

function tableOf(name: string, columns: readonly Column[]): Table {
  return {
    ...{ name, columns, targetRows: 1, primaryKey: [], uniqueKeys: [] },
    ...{ foreignKeys: [], compositeKeys: [], warnings: [] },
  };
}
