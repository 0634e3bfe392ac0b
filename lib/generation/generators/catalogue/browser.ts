import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "browser",
  aliases: [],
  summary: "A browser of the web",
  produces: ["string"],
  source: () => weightedWords("browser", { Chrome: 62, Edge: 9, Firefox: 6, Opera: 3, Safari: 20 }),
});
