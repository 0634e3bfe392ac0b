import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "version",
  aliases: ["system.semver", "semver"],
  summary: "A version of software",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "version", draw: (faker) => faker.system.semver(), countMax: 256 }),
});
