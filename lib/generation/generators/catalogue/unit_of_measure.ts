import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "unit_of_measure",
  aliases: ["unit", "units", "uom"],
  summary: "A unit in which goods are counted",
  produces: ["string"],
  source: () =>
    weightedWords("unit_of_measure", {
      Box: 10,
      Carton: 6,
      Case: 8,
      Dozen: 7,
      Each: 34,
      Gram: 4,
      Kg: 9,
      Lb: 5,
      Oz: 4,
      Pack: 9,
      Pallet: 4,
    }),
});
