import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "sales_region",
  aliases: [],
  summary: "A region as companies divide the world",
  produces: ["string"],
  source: () =>
    weightedWords("sales_region", { AFRICA: 1, AMERICA: 3, ASIA: 3, EUROPE: 3, "MIDDLE EAST": 1 }),
});
