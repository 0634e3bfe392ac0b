import { defineGenerator } from "../define_generator.ts";
import { isWhole } from "../is_whole.ts";

export default defineGenerator({
  name: "salary",
  aliases: ["income", "annual_income"],
  summary: "A yearly wage",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) => ({
    kind: "number",
    min: 18000,
    max: 450000,
    decimals: isWhole(type) ? 0 : 2,
    curve: { kind: "lognormal", mu: 11, sigma: 0.45 },
  }),
});
