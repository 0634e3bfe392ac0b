import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "dimension",
  aliases: ["height", "width", "length", "depth"],
  summary: "Centimetres of a side",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 1,
    max: 300,
    decimals: 1,
    curve: { kind: "lognormal", mu: 3.3, sigma: 0.7 },
  }),
});
