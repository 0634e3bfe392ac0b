import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "age",
  aliases: [],
  summary: "Years of life of somebody who is of age",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 18,
    max: 95,
    decimals: 0,
    curve: { kind: "normal", mean: 42, stddev: 16 },
  }),
});
