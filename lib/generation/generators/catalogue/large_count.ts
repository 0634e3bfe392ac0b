import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "large_count",
  aliases: ["view_count"],
  summary: "How many: mostly hundreds or thousands",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0,
    max: 1000000,
    decimals: 0,
    curve: { kind: "lognormal", mu: 6.5, sigma: 1.8 },
  }),
});
