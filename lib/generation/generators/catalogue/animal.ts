import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "animal",
  aliases: ["animal.type"],
  summary: "A kind of animal",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "animal", draw: (faker) => faker.animal.type() }),
});
