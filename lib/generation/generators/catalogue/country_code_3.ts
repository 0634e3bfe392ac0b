import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "country_code_3",
  aliases: ["country_code_alpha3", "iso3"],
  summary: "Three letters of a country, ISO 3166-1",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "country_code_3",
      draw: (faker) => faker.location.countryCode("alpha-3"),
    }),
});
