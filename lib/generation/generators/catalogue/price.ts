import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "price",
  aliases: ["commerce.price", "pricetag", "unit_price"],
  summary: "A price: most are small, a few are large",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0.99,
    max: 999.99,
    decimals: 2,
    curve: { kind: "lognormal", mu: 3.6, sigma: 0.9 },
  }),
});
