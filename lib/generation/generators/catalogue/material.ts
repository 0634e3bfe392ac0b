import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "material",
  aliases: ["commerce.productMaterial"],
  summary: "What things are made of",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "material", draw: (faker) => faker.commerce.productMaterial() }),
});
