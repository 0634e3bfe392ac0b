import { defineGenerator } from "../define_generator.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "status",
  aliases: ["state_of_life"],
  summary: "Where something is in its life, by a letter where there is no room",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < 9
      ? weightedWords("status_letter", { A: 70, I: 18, P: 12 })
      : weightedWords("status", {
        active: 62,
        archived: 6,
        inactive: 17,
        pending: 11,
        suspended: 4,
      }),
});
