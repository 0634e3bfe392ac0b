import { deepEqual } from "node:assert/strict";
import { completeSql } from "./complete_sql.ts";

const TABLES = [
  { name: "stores", columns: ["ID", "name"] },
  { name: "receipts", columns: ["store_id", "total"] },
];

Deno.test("a word becomes a column, a table or a keyword, in the case in which it is typed", () => {
  const cases: readonly [string, readonly string[]][] = [
    ["sel", ["select"]],
    ["SEL", ["SELECT"]],
    ["SELECT * FROM sto", ["store_id", "stores"]],
    ["SELECT * FROM receipts r WHERE r.", ["store_id", "total"]],
    ["SELECT * FROM stores AS s WHERE s.na", ["name"]],
    ["SELECT stores.i", ["id"]],
    ["SELECT to FROM receipts WHERE to", ["total"]],
    ["SELECT nope.", []],
    ["", []],
    ["\\d", ["\\d", "\\dt"]],
  ];
  for (const [text, words] of cases) deepEqual(completeSql(text, TABLES)[0], words, text);
});
