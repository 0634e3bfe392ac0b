import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "first_name_female",
  aliases: [],
  summary: "A given name of a woman",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "first_name_female",
      draw: (faker) => faker.person.firstName("female"),
    }),
});
