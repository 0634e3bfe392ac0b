import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "country_code",
  aliases: ["location.countryCode", "current_country_code"],
  summary: "Two letters of a country, ISO 3166-1",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "country_code", draw: (faker) => faker.location.countryCode() }),
});
