import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "team",
  aliases: ["business_unit"],
  summary: "A department of a company",
  produces: ["string"],
  source: () =>
    weightedWords("team", {
      Engineering: 22,
      Finance: 9,
      "Human Resources": 6,
      IT: 9,
      Legal: 3,
      Marketing: 11,
      Operations: 14,
      Product: 7,
      Sales: 15,
      Support: 4,
    }),
});
