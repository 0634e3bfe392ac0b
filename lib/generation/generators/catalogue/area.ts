import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "area",
  aliases: ["square_feet", "floor_space"],
  summary: "A floor space in square feet",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 400,
    max: 1000000,
    decimals: 0,
    curve: { kind: "lognormal", mu: 10, sigma: 1 },
  }),
});
