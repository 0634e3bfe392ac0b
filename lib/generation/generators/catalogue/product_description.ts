import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "product_description",
  aliases: ["commerce.productDescription"],
  summary: "What a shop says of a product",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "product_description",
      draw: (faker) => faker.commerce.productDescription(),
      countMax: 256,
    }),
});
