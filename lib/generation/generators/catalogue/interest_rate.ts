import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "interest_rate",
  aliases: ["apr"],
  summary: "Percent a year",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0.5,
    max: 24.99,
    decimals: 2,
    curve: { kind: "lognormal", mu: 1.6, sigma: 0.6 },
  }),
});
