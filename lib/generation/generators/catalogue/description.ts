import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "description",
  aliases: ["company.buzzPhrase", "bs"],
  summary: "What something is",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "description",
      draw: (faker) => faker.company.catchPhrase(),
      countMax: 1024,
    }),
});
