import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "first_name_male",
  aliases: [],
  summary: "A given name of a man",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "first_name_male",
      draw: (faker) => faker.person.firstName("male"),
    }),
});
