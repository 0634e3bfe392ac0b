import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "score",
  aliases: [],
  summary: "Points from 0 to 100, mostly in the middle",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0,
    max: 100,
    decimals: 2,
    curve: { kind: "normal", mean: 62, stddev: 18 },
  }),
});
