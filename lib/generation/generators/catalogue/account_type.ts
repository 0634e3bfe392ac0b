import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "account_type",
  aliases: [],
  summary: "A kind of bank account",
  produces: ["string"],
  source: () =>
    weightedWords("account_type", {
      checking: 46,
      "credit card": 18,
      investment: 6,
      loan: 8,
      savings: 22,
    }),
});
