import { defineGenerator } from "../define_generator.ts";
import { weightedNumbers } from "../weighted_numbers.ts";

export default defineGenerator({
  name: "utc_offset",
  aliases: ["gmt_offset"],
  summary: "Hours from UTC, in the Americas more often",
  produces: ["integer", "decimal", "float"],
  source: () =>
    weightedNumbers([
      [-8, 14],
      [-7, 7],
      [-6, 24],
      [-5, 35],
      [-4, 2],
      [-3, 2],
      [0, 5],
      [1, 6],
      [2, 2],
      [8, 2],
      [9, 1],
    ]),
});
