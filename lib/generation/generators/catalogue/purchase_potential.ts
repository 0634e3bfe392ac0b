import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "purchase_potential",
  aliases: ["buy_potential"],
  summary: "How much a household is thought to spend",
  produces: ["string"],
  source: () =>
    weightedWords("purchase_potential", {
      "0-500": 17,
      ">10000": 17,
      "1001-5000": 17,
      "5001-10000": 17,
      "501-1000": 16,
      Unknown: 16,
    }),
});
