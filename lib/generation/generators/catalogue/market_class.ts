import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "market_class",
  aliases: [],
  summary: "What a market is like",
  produces: ["string"],
  source: () =>
    listedWords("market_class", [
      "A growing market",
      "A large market near the coast",
      "A market of families",
      "A market of students",
      "A new market",
      "A quiet market in the country",
      "An established market",
    ]),
});
