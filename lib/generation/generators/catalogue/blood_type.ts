import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "blood_type",
  aliases: ["blood_group"],
  summary: "A blood group",
  produces: ["string"],
  source: () =>
    weightedWords("blood_type", {
      "A+": 34,
      "A-": 6,
      "AB+": 4,
      "AB-": 1,
      "B+": 9,
      "B-": 2,
      "O+": 38,
      "O-": 6,
    }),
});
