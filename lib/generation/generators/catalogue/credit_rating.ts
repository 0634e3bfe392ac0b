import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "credit_rating",
  aliases: [],
  summary: "How trusted a debtor is",
  produces: ["string"],
  source: () =>
    weightedWords("credit_rating", { "Low Risk": 38, Good: 34, "High Risk": 16, Unknown: 12 }),
});
