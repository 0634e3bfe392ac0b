import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "secondary_address",
  aliases: ["location.secondaryAddress", "suite", "suite_number", "apartment"],
  summary: "An apartment or a suite",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "secondary_address",
      draw: (faker) => faker.location.secondaryAddress(),
      countMax: 512,
    }),
});
