import { defineGenerator } from "../define_generator.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "gender",
  aliases: ["person.sex", "person.gender", "person.sexType", "sex"],
  summary: "Male, female or other, by a letter where there is no room",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < 6
      ? weightedWords("gender_letter", { F: 49, M: 49, X: 2 })
      : weightedWords("gender", { Female: 49, Male: 49, Other: 2 }),
});
