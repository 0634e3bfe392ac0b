import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "product",
  aliases: ["commerce.product"],
  summary: "A kind of thing that is sold",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "product", draw: (faker) => faker.commerce.product() }),
});
