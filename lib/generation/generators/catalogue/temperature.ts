import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "temperature",
  aliases: [],
  summary: "Degrees Celsius",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: -30,
    max: 50,
    decimals: 1,
    curve: { kind: "normal", mean: 14, stddev: 10 },
  }),
});
