import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "unit_cost",
  aliases: ["cost"],
  summary: "What a piece costs the seller",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0.5,
    max: 700,
    decimals: 2,
    curve: { kind: "lognormal", mu: 3.1, sigma: 0.9 },
  }),
});
