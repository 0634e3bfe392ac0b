import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "department",
  aliases: ["commerce.department"],
  summary: "A department of a shop",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "department", draw: (faker) => faker.commerce.department() }),
});
