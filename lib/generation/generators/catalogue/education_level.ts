import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "education_level",
  aliases: [],
  summary: "The highest school or degree",
  produces: ["string"],
  source: () =>
    weightedWords("education_level", {
      "Primary": 5,
      "Secondary": 28,
      "College": 21,
      "2 yr Degree": 11,
      "4 yr Degree": 22,
      "Advanced Degree": 11,
      "Unknown": 2,
    }),
});
