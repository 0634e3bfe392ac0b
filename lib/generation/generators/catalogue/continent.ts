import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "continent",
  aliases: ["location.continent"],
  summary: "A continent",
  produces: ["string"],
  source: () =>
    weightedWords("continent", {
      Africa: 18,
      Asia: 59,
      Europe: 10,
      "North America": 7,
      Oceania: 1,
      "South America": 5,
    }),
});
