import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "currency_name",
  aliases: ["finance.currencyName", "cryptocurrency_name"],
  summary: "A currency",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "currency_name", draw: (faker) => faker.finance.currencyName() }),
});
