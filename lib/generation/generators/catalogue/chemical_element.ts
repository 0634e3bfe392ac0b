import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "chemical_element",
  aliases: ["science.chemicalElement"],
  summary: "An element of chemistry",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "chemical_element",
      draw: (faker) => faker.science.chemicalElement().name,
    }),
});
