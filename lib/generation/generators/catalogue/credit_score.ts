import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "credit_score",
  aliases: [],
  summary: "From 300 to 850",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 300,
    max: 850,
    decimals: 0,
    curve: { kind: "normal", mean: 700, stddev: 85 },
  }),
});
