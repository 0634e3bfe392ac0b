import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "paragraph",
  aliases: ["lorem.paragraph", "lorem.sentences", "sentences"],
  summary: "A few sentences",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "paragraph",
      draw: (faker) => faker.lorem.paragraph(),
      countMax: 256,
    }),
});
