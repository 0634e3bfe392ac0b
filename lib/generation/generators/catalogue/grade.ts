import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "grade",
  aliases: [],
  summary: "A mark from A to F",
  produces: ["string"],
  source: () => weightedWords("grade", { A: 22, B: 34, C: 27, D: 12, F: 5 }),
});
