import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "line_status",
  aliases: [],
  summary: "Whether a line of an order is open or filled, as a letter",
  produces: ["string"],
  source: () => weightedWords("line_status", { F: 50, O: 50 }),
});
