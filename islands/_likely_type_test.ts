import { equal } from "node:assert/strict";
import { likelyType } from "./_likely_type.ts";

const TABLES = [
  {
    name: "orders",
    columns: [
      { name: "id", type: "NUMBER(38,0)" },
      { name: "Placed On", type: "DATE" },
      { name: "at", type: "TIMESTAMP_NTZ(9)" },
      { name: "paid", type: "BOOLEAN" },
      { name: "note", type: "VARCHAR(20)" },
    ],
    references: [],
  },
  {
    name: "others",
    columns: [{ name: "note", type: "INTEGER" }, { name: "ID", type: "BIGINT" }],
    references: [],
  },
];

Deno.test("likelyType is that of the column that a parameter is compared with", () => {
  const expected = {
    "SELECT * FROM orders WHERE id >= :x": "number",
    'SELECT * FROM orders o WHERE o."Placed On" BETWEEN :a AND :x': "date",
    "SELECT * FROM orders WHERE at<:x": "timestamp",
    "SELECT * FROM orders WHERE paid = :x": "boolean",
    "SELECT * FROM orders WHERE ID IN (:a, :b, :x)": "number",
    "SELECT * FROM orders LIMIT :x": "number",
    "SELECT 1 WHERE at::date = 1 AND :x": "",
  };
  for (const [text, type] of Object.entries(expected)) {
    equal(likelyType("x", { text, tables: TABLES }), type, text);
  }
});

Deno.test("likelyType says nothing where columns of a name are of several types", () => {
  const asked = { text: "SELECT * FROM orders WHERE note = :x", tables: TABLES };
  equal(likelyType("x", asked), "");
  equal(likelyType("x", { ...asked, tables: TABLES.slice(0, 1) }), "text");
  equal(likelyType("xx", asked), "");
});
