import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "manufacturer",
  aliases: ["mfgr", "maker", "vendor", "supplier"],
  summary: "A maker of things",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "manufacturer",
      draw: (faker) => faker.company.name(),
      countMax: 256,
    }),
});
