import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "stock_level",
  aliases: ["quantity_on_hand"],
  summary: "How many pieces are in stock",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0,
    max: 9999,
    decimals: 0,
    curve: { kind: "exponential", lambda: 0.001 },
  }),
});
