import { defineGenerator } from "../define_generator.ts";
import { isWhole } from "../is_whole.ts";
import { weightedNumbers } from "../weighted_numbers.ts";

export default defineGenerator({
  name: "rating",
  aliases: ["stars"],
  summary: "Stars from 1 to 5, mostly good",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) =>
    isWhole(type) ? weightedNumbers([[1, 6], [2, 5], [3, 12], [4, 30], [5, 47]]) : {
      kind: "number",
      min: 1,
      max: 5,
      decimals: 1,
      curve: { kind: "normal", mean: 4.2, stddev: 0.7 },
    },
});
