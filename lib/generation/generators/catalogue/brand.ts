import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "brand",
  aliases: ["brand_name"],
  summary: "A brand",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "brand",
      draw: (faker) => faker.company.name().split(/[ ,-]/)[0]!,
      countMax: 128,
    }),
});
