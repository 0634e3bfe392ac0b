import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "sentence",
  aliases: ["lorem.sentence", "lorem.lines"],
  summary: "A sentence",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "sentence",
      draw: (faker) => faker.lorem.sentence(),
      countMax: 512,
    }),
});
