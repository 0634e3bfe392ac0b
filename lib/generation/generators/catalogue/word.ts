import { defineGenerator } from "../define_generator.ts";
import { nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "word",
  aliases: ["word.sample", "word.noun", "lorem.word", "random.word"],
  summary: "A word",
  produces: ["string"],
  source: ({ book }) => nouns(book),
});
