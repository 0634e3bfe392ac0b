import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "product_category",
  aliases: ["category", "commerce.category"],
  summary: "A category of a shop",
  produces: ["string"],
  source: () =>
    weightedWords("product_category", {
      Books: 10,
      Children: 9,
      Electronics: 16,
      Home: 13,
      Jewelry: 6,
      Men: 11,
      Music: 6,
      Shoes: 9,
      Sports: 9,
      Women: 11,
    }),
});
