import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "return_flag",
  aliases: [],
  summary: "Whether a line came back, as a letter: accepted, returned, neither",
  produces: ["string"],
  source: () => weightedWords("return_flag", { A: 25, N: 50, R: 25 }),
});
