import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "county",
  aliases: ["location.county", "administrative_unit"],
  summary: "A county",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "county", draw: (faker) => faker.location.county(), countMax: 512 }),
});
