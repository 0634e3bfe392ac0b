import { deepEqual, equal, ok } from "node:assert/strict";
import { suggest, writtenName } from "./_sql_completion.ts";

const TABLES = [
  {
    name: "stores",
    columns: [{ name: "id", type: "INTEGER" }, { name: "name", type: "VARCHAR" }],
    references: [],
  },
  {
    name: "receipts",
    columns: [{ name: "total", type: "DECIMAL" }],
    references: [{ columns: ["Store"], table: "STORES", referencesColumns: ["id"] }],
  },
];

/** What is suggested at the bar. */
function labels(marked: string, isWanted = false): readonly string[] {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = suggest(text, at, { tables: TABLES, functions: "listagg sum", isWanted });
  return found?.options.map(({ label }) => label) ?? [];
}

Deno.test("suggest offers tables where a table has to be", () => {
  deepEqual(labels("SELECT * FROM |", true), ["stores", "receipts"]);
  deepEqual(labels("SELECT * FROM st|"), ["stores", "receipts"]);
  deepEqual(labels("SELECT * FROM stores, re|"), ["stores", "receipts"]);
  deepEqual(labels("SELECT * FROM stores s JOIN r|"), ["stores", "receipts"]);
});

Deno.test("suggest offers columns of a table and of its alias after the dot", () => {
  deepEqual(labels("SELECT s.| FROM stores AS s"), ["id", "name"]);
  deepEqual(labels("SELECT receipts.t| FROM receipts"), ["total"]);
  deepEqual(labels('SELECT "S".n| FROM stores AS "S"'), ["id", "name"]);
  deepEqual(labels("SELECT x.| FROM stores s"), []);
  deepEqual(labels("SELECT x.| FROM stores JOIN receipts x ON 1 = 1"), ["total"]);
});

Deno.test("suggest puts columns of what is asked before tables and words", () => {
  const found = labels("SELECT i| FROM stores");
  deepEqual(found.slice(0, 4), ["id", "name", "stores", "receipts"]);
  ok(found.includes("INNER"));
  deepEqual(found.slice(-2), ["listagg", "sum"]);
});

Deno.test("suggest knows by which keys tables hang together", () => {
  const first = (marked: string) => labels(marked, true)[0];
  equal(first("SELECT * FROM receipts r JOIN stores AS s ON |"), 'r."Store" = s.id');
  equal(first("SELECT * FROM stores JOIN receipts x ON s|"), 'x."Store" = stores.id');
  equal(first("SELECT * FROM stores a JOIN stores b ON |"), "id");
  equal(first("SELECT | FROM stores s JOIN receipts r"), "id");
});

Deno.test("suggest is silent while no word is written and nobody asked", () => {
  equal(suggest("SELECT ", 7, { tables: TABLES, functions: "", isWanted: false }), null);
});

Deno.test("writtenName quotes what would be read as something else", () => {
  equal(writtenName("order_id"), "order_id");
  equal(writtenName("ORDER_ID"), "ORDER_ID");
  equal(writtenName("order"), '"order"');
  equal(writtenName('a "b"'), '"a ""b"""');
});
