import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "quantity",
  aliases: ["qty"],
  summary: "How many pieces: mostly few",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 1,
    max: 100,
    decimals: 0,
    curve: { kind: "lognormal", mu: 1.4, sigma: 1 },
  }),
});
