import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "middle_name",
  aliases: ["person.middleName"],
  summary: "A middle name",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "middle_name", draw: (faker) => faker.person.middleName() }),
});
