import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "company_suffix",
  aliases: [],
  summary: "What follows the name of a company",
  produces: ["string"],
  source: () =>
    weightedWords("company_suffix", {
      "and Sons": 6,
      GmbH: 5,
      Group: 14,
      Inc: 36,
      LLC: 26,
      Ltd: 13,
    }),
});
