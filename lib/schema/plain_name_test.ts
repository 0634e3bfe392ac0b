import assert from "node:assert/strict";
import fc from "fast-check";
import { nameFault } from "./_name_fault.ts";
import { plainName } from "./plain_name.ts";

Deno.test("plainName keeps what is a name, and bends what is none", () => {
  const cases = [
    ["order_date", "order_date"],
    ["Straße", "Straße"],
    ["Order Date", "Order_Date"],
    [" (net) total % ", "net_total"],
    ["2024-orders", "_2024_orders"],
    ["order", "order_"],
    ["", "unnamed"],
    ["!!!", "unnamed"],
  ] as const;
  for (const [text, name] of cases) assert.equal(plainName(text, { quoted: false }), name);
  assert.equal(plainName("Order Date", { quoted: true }), "Order Date");
});

Deno.test("plainName makes a name of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.boolean(), (text, quoted) => {
      assert.equal(nameFault(plainName(text, { quoted }), { quoted }), null);
    }),
  );
});
