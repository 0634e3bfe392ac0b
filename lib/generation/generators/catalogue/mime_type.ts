import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "mime_type",
  aliases: ["system.mimeType"],
  summary: "A type of file as mail and web name it",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "mime_type", draw: (faker) => faker.system.mimeType() }),
});
