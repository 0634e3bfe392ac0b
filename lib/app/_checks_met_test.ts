import assert from "node:assert/strict";
import { createExperiment } from "./create_experiment.ts";
import { withContext } from "./_testing.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { verifyRun } from "./verify_run.ts";

/** A CHECK of every kind, as the three warehouses and pg_dump write them. */
const DDL = `
CREATE TABLE parents (id INT PRIMARY KEY, created_at TIMESTAMP NOT NULL CHECK (created_at >= '2021-01-01'));
CREATE TABLE t (
  id INT PRIMARY KEY CHECK (id > 0),
  parent_id INT REFERENCES parents (id),
  status VARCHAR(10) DEFAULT 'NEW' CHECK (status IN ('NEW', 'PAID', 'SENT')),
  kind VARCHAR(8) NOT NULL CONSTRAINT kinds CHECK (((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::text])::text[]))),
  price DECIMAL(10,2) CHECK (price > 0 AND price <= 499.99),
  cost DECIMAL(10,2) NOT NULL,
  rate FLOAT CHECK (rate >= 0 AND rate < 1),
  quantity INT DEFAULT 1 CHECK (quantity BETWEEN 1 AND 12),
  code VARCHAR(12) CHECK (code ~ '^[A-Z]{2}-[0-9]{3,5}$'),
  slug VARCHAR(30) UNIQUE CHECK (slug LIKE 'item-%'),
  zip VARCHAR(10) CHECK (char_length(zip) = 5),
  active BOOLEAN CHECK (active IS NOT NULL),
  starts DATE NOT NULL CHECK (starts < DATE '2024-01-01'),
  ends DATE,
  created_at TIMESTAMP,
  closed_at TIMESTAMP,
  low SMALLINT NOT NULL,
  high SMALLINT CHECK (high <= 100),
  total DECIMAL(14,2),
  nonzero INT CHECK (nonzero <> 0 AND nonzero >= 0),
  CHECK (ends IS NULL OR ends >= starts),
  CHECK (closed_at > created_at),
  CHECK (low < high),
  CHECK (cost <= price OR price IS NULL),
  CHECK (total = price * quantity)
);`;

for (const dialect of ["postgres", "redshift", "snowflake"] as const) {
  Deno.test(`every CHECK of ${dialect} DDL holds of the rows that are made`, () =>
    withContext(async (context) => {
      importDdl(context, DDL, { source: "a.sql", name: "checked", dialect, rows: 4000 });
      const { diagnostics } = await generate(context, "checked", { seed: 9 });
      assert.deepEqual(diagnostics.map(({ message }) => message), []);
      const { checks, broken, unchecked } = await verifyRun(context, "checked");
      assert.deepEqual(broken.map(({ condition, columns }) => condition ?? columns), []);
      assert.deepEqual(unchecked, []);
      assert.ok(checks.filter(({ kind }) => kind === "check").length >= 18);
    }));
}

Deno.test("a check that a rule meets is not warned of, and holds of the rows that are made", () =>
  withContext(async (context) => {
    const checks = [
      "net = quantity * price",
      "abs(coarse - quantity * fine) < 0.01",
      "coarse = round(quantity * fine, 2)",
      "sent_at > ordered_at AND due_on > ordered_at",
      "status = 'PAID' AND paid_at IS NOT NULL OR status <> 'PAID' AND paid_at IS NULL",
      "holed_at IS NULL OR status = 'PAID'",
    ];
    const columns = [
      {
        name: "status",
        data_type: "VARCHAR(10)",
        required: true,
        distribution: { type: "values", values: { NEW: 1, PAID: 2 } },
      },
      { name: "quantity", data_type: "INT", min_value: 1, max_value: 9 },
      { name: "price", data_type: "DECIMAL(10,2)", min_value: 0, max_value: 500 },
      { name: "fine", data_type: "DECIMAL(10,3)", min_value: 0, max_value: 500 },
      { name: "net", data_type: "DECIMAL(10,2)", rule: "quantity * price" },
      { name: "coarse", data_type: "DECIMAL(10,2)", rule: "quantity * fine" },
      { name: "ordered_at", data_type: "TIMESTAMP", required: true },
      { name: "sent_at", data_type: "TIMESTAMP(0)", rule: "ordered_at + 1..9 hours" },
      { name: "due_on", data_type: "DATE", rule: "ordered_at + 2..9 days" },
      {
        name: "paid_at",
        data_type: "TIMESTAMP",
        rule: "CASE WHEN status = 'PAID' THEN ordered_at + 1..5 days END",
      },
      {
        name: "holed_at",
        data_type: "TIMESTAMP",
        null_rate: 0.3,
        rule: "CASE WHEN status = 'PAID' THEN ordered_at + 1 days END",
      },
    ].map((column) => ({ required: false, ...column }));
    const tables = [{ name: "t", target_rows: 4000, columns, checks }];
    createExperiment(context, JSON.stringify({ name: "ruled", tables }), { source: "test" });
    const { diagnostics } = await generate(context, "ruled", { seed: 9 });
    assert.deepEqual(diagnostics.map(({ message }) => message), []);
    const verified = await verifyRun(context, "ruled");
    assert.deepEqual(verified.broken.map(({ condition, columns }) => condition ?? columns), []);
    assert.equal(verified.checks.filter(({ kind }) => kind === "check").length, checks.length);
  }));
