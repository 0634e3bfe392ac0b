import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "operating_system",
  aliases: ["os", "platform"],
  summary: "What a computer runs",
  produces: ["string"],
  source: () =>
    weightedWords("operating_system", { Android: 30, Linux: 5, Windows: 32, iOS: 20, macOS: 13 }),
});
