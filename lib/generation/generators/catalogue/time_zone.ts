import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "time_zone",
  aliases: ["location.timeZone", "date.timeZone", "pytimezone"],
  summary: "A time zone of the IANA database",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "time_zone", draw: (faker) => faker.location.timeZone() }),
});
