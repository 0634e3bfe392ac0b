import { defineGenerator } from "../define_generator.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "marital_status",
  aliases: [],
  summary: "Married, single and so on, by a letter where there is no room",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < 8
      ? weightedWords("marital_status_letter", { D: 14, M: 47, S: 31, U: 2, W: 6 })
      : weightedWords("marital_status", {
        Divorced: 14,
        Married: 47,
        Single: 31,
        Unknown: 2,
        Widowed: 6,
      }),
});
