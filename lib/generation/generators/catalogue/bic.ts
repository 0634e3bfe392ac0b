import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "bic",
  aliases: ["finance.bic", "swift", "swift8", "swift11"],
  summary: "The code of a bank, ISO 9362",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "bic", draw: (faker) => faker.finance.bic(), countMax: 256 }),
});
