import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "product_size",
  aliases: [],
  summary: "A size of clothes or packages",
  produces: ["string"],
  source: () =>
    weightedWords("product_size", { L: 22, M: 26, S: 19, XL: 14, XS: 8, XXL: 6, "N/A": 5 }),
});
