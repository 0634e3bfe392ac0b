import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "location_type",
  aliases: [],
  summary: "What kind of home an address is",
  produces: ["string"],
  source: () => weightedWords("location_type", { apartment: 33, condo: 17, "single family": 50 }),
});
