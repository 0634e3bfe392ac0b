import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "routing_number",
  aliases: ["finance.routingNumber", "aba"],
  summary: "Nine digits of a US bank",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "routing_number",
      draw: (faker) => faker.finance.routingNumber(),
      countMax: 256,
    }),
});
