import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";
import { textRoom } from "../text_room.ts";

export default defineGenerator({
  name: "country",
  aliases: ["location.country", "country_name"],
  summary: "A country",
  produces: ["string"],
  source: ({ book, type }) =>
    textRoom(type) <= 3
      ? sampledWords(book, { name: "country_code", draw: (faker) => faker.location.countryCode() })
      : sampledWords(book, { name: "country", draw: (faker) => faker.location.country() }),
});
