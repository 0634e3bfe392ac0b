import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "meal_time",
  aliases: [],
  summary: "A meal of the day",
  produces: ["string"],
  source: () => listedWords("meal_time", ["breakfast", "dinner", "lunch"]),
});
