import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "locale",
  aliases: [],
  summary: "A language and a country",
  produces: ["string"],
  source: () =>
    weightedWords("locale", {
      de_DE: 8,
      en_GB: 10,
      en_US: 42,
      es_ES: 7,
      es_MX: 6,
      fr_FR: 9,
      it_IT: 5,
      ja_JP: 6,
      pt_BR: 7,
    }),
});
