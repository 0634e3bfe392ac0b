import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "profit",
  aliases: ["net_profit", "margin_amount"],
  summary: "What is left; sometimes less than nothing",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: -5000,
    max: 10000,
    decimals: 2,
    curve: { kind: "normal", mean: 60, stddev: 300 },
  }),
});
