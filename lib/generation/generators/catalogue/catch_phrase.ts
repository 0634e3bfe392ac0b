import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "catch_phrase",
  aliases: ["company.catchPhrase", "slogan"],
  summary: "What a company says of itself",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "catch_phrase",
      draw: (faker) => faker.company.catchPhrase(),
      countMax: 1024,
    }),
});
