import assert from "node:assert/strict";
import { parseSchemaValue } from "../../../schema/mod.ts";
import { isMetByRules } from "./is_met_by_rules.ts";

const COLUMNS = [
  { name: "status", data_type: "VARCHAR(10)", required: true },
  { name: "state", data_type: "VARCHAR(10)" },
  { name: "quantity", data_type: "INT", min_value: 1, max_value: 9 },
  { name: "price", data_type: "DECIMAL(10,2)", min_value: 0, max_value: 500 },
  { name: "fine", data_type: "DECIMAL(10,3)", min_value: 0, max_value: 500 },
  { name: "tax", data_type: "DECIMAL(10,2)", min_value: 0, max_value: 10 },
  { name: "net", data_type: "DECIMAL(10,2)", rule: "quantity * price" },
  { name: "coarse", data_type: "DECIMAL(10,2)", rule: "quantity * fine" },
  { name: "total", data_type: "DECIMAL(10,2)", rule: "net + tax" },
  { name: "ordered_at", data_type: "TIMESTAMP", required: true },
  { name: "packed_at", data_type: "TIMESTAMP", rule: "ordered_at + 1..9 hours" },
  { name: "sent_at", data_type: "TIMESTAMP", rule: "packed_at + 1..72 hours" },
  { name: "sent_on", data_type: "DATE", rule: "ordered_at + 6..9 hours" },
  { name: "due_on", data_type: "DATE", rule: "ordered_at + 2..9 days" },
  { name: "closed_at", data_type: "TIMESTAMP", rule: "greatest(sent_at, packed_at + 3 days)" },
  {
    name: "paid_at",
    data_type: "TIMESTAMP",
    rule: "CASE WHEN status IN ('PAID', 'SENT') THEN ordered_at + 1..5 days END",
  },
  {
    name: "label",
    data_type: "VARCHAR(20)",
    null_rate: 0,
    rule: "CASE WHEN state = 'open' THEN 'todo' WHEN quantity > 5 THEN 'big' ELSE 'done' END",
  },
  {
    name: "holed_at",
    data_type: "TIMESTAMP",
    null_rate: 0.1,
    rule: "CASE WHEN status = 'PAID' THEN ordered_at + 1 days END",
  },
].map((column) => ({ required: false, ...column }));

function isMet(text: string): boolean {
  const table = { name: "t", target_rows: 1, columns: COLUMNS, checks: [text] };
  const schema = parseSchemaValue({ name: "met", tables: [table] }, { source: "test" });
  const rule = schema.tables[0]!.checks![0]!.rule;
  assert.ok(rule !== undefined, text);
  return isMetByRules(rule, schema.tables[0]!);
}

const MET = [
  "net = quantity * price",
  "net = price * quantity",
  "net = round(quantity * price, 2)",
  "abs(net - quantity * price) < 0.01",
  "abs(net - quantity * price) <= 0.011",
  "coarse = round(quantity * fine, 2)",
  "abs(coarse - quantity * fine) < 0.01",
  "total - tax = net",
  "total >= net",
  "packed_at > ordered_at",
  "sent_at > ordered_at",
  "sent_at >= packed_at AND packed_at >= ordered_at",
  "ordered_at < sent_at OR sent_at IS NULL",
  "closed_at >= sent_at AND closed_at > packed_at",
  "due_on > ordered_at",
  "NOT packed_at <= ordered_at",
  "paid_at > ordered_at",
  "paid_at IS NULL OR status IN ('SENT', 'PAID')",
  "(status IN ('PAID', 'SENT') AND paid_at IS NOT NULL) OR (status NOT IN ('PAID', 'SENT') AND paid_at IS NULL)",
  "status <> 'PAID' OR paid_at IS NOT NULL",
  "status <> 'NEW' OR paid_at IS NULL",
  "label IN ('todo', 'done', 'big')",
  "label IS NOT NULL",
  "state <> 'open' OR label = 'todo'",
  "label <> 'big' OR quantity > 5",
  "holed_at > ordered_at",
  "holed_at IS NULL OR status = 'PAID'",
];

const OPEN = [
  "net = quantity + price",
  // What is rounded is not the product.
  "coarse = quantity * fine",
  "abs(net - quantity * price) < 0.001",
  "total > net",
  "total = tax",
  "ordered_at > packed_at",
  "sent_at > packed_at AND ordered_at > packed_at",
  // A day begins before the moments in it.
  "sent_on >= ordered_at",
  "closed_at <= sent_at",
  "paid_at IS NOT NULL",
  "status <> 'NEW' OR paid_at IS NOT NULL",
  "status <> 'PAID' OR paid_at IS NULL",
  "label IN ('todo', 'done')",
  "state = 'open' OR label <> 'todo' AND quantity < 5",
  "status <> 'PAID' OR holed_at IS NOT NULL",
  // No rule decides these.
  "price >= tax",
  "length(status) = 2",
  "status = state",
];

Deno.test("a condition that the rules of a table make true is met", () => {
  assert.deepEqual(MET.filter((text) => !isMet(text)), []);
});

Deno.test("a condition that a row of the rules may break is not met", () => {
  assert.deepEqual(OPEN.filter(isMet), []);
});
