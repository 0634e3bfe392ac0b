import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "name_suffix",
  aliases: ["person.suffix", "suffix", "suffix_male", "suffix_female"],
  summary: "What follows a name: Jr., III, PhD",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "name_suffix", draw: (faker) => faker.person.suffix() }),
});
