import { defineGenerator } from "../define_generator.ts";
import { isWhole } from "../is_whole.ts";
import { weightedNumbers } from "../weighted_numbers.ts";

export default defineGenerator({
  name: "discount",
  aliases: ["discount_rate"],
  summary: "A share taken off a price; percent in whole numbers",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) =>
    isWhole(type)
      ? weightedNumbers([[0, 50], [5, 20], [10, 15], [15, 7], [20, 5], [25, 3]])
      : { kind: "number", min: 0, max: 0.1, decimals: 2 },
});
