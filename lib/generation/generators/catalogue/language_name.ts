import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "language_name",
  aliases: ["location.language", "language"],
  summary: "A language",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "language_name", draw: (faker) => faker.location.language().name }),
});
