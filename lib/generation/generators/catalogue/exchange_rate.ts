import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "exchange_rate",
  aliases: [],
  summary: "How much of a currency one unit of another buys",
  produces: ["decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0.01,
    max: 200,
    decimals: 4,
    curve: { kind: "lognormal", mu: 0.1, sigma: 0.8 },
  }),
});
