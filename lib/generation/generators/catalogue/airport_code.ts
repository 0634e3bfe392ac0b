import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "airport_code",
  aliases: ["airline.airport", "airport_iata", "iata_code"],
  summary: "Three letters of an airport",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "airport_code", draw: (faker) => faker.airline.airport().iataCode }),
});
