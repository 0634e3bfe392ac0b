import { defineGenerator } from "../define_generator.ts";
import { isWhole } from "../is_whole.ts";
import { weightedNumbers } from "../weighted_numbers.ts";

export default defineGenerator({
  name: "tax_rate",
  aliases: ["vat_rate"],
  summary: "A rate of tax; percent in whole numbers",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) =>
    isWhole(type)
      ? weightedNumbers([[0, 10], [5, 15], [7, 25], [10, 20], [19, 15], [20, 15]])
      : { kind: "number", min: 0, max: 0.1, decimals: 4 },
});
