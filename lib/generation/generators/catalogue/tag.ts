import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "tag",
  aliases: ["tags", "keyword"],
  summary: "A label of one word",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "tag", draw: (faker) => faker.word.adjective(), countMax: 256 }),
});
