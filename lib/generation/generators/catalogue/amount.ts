import { defineGenerator } from "../define_generator.ts";
import { isWhole } from "../is_whole.ts";

export default defineGenerator({
  name: "amount",
  aliases: ["finance.amount", "total"],
  summary: "An amount of money: most are small, a few are large",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) => ({
    kind: "number",
    min: 1,
    max: 20000,
    decimals: isWhole(type) ? 0 : 2,
    curve: { kind: "lognormal", mu: 4.6, sigma: 1.1 },
  }),
});
