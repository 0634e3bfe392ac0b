import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "return_reason",
  aliases: [],
  summary: "Why something came back",
  produces: ["string"],
  source: () =>
    weightedWords("return_reason", {
      "Arrived damaged": 12,
      "Arrived late": 7,
      "Changed my mind": 21,
      "Did not fit": 24,
      "Did not like the color": 6,
      "Found a better price": 7,
      "Not as described": 12,
      "Stopped working": 8,
      "Wrong product": 3,
    }),
});
