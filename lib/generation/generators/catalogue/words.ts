import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";
import { adjectives, nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "words",
  aliases: ["lorem.words", "word.words", "label"],
  summary: "Two or three words",
  produces: ["string"],
  source: ({ book }) => textOf(oneOf(adjectives(book)), literal(" "), oneOf(nouns(book))),
});
