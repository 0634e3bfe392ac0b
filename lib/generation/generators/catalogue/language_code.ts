import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "language_code",
  aliases: [],
  summary: "Two letters of a language, common ones more often",
  produces: ["string"],
  source: () =>
    weightedWords("language_code", {
      ar: 3,
      de: 7,
      en: 46,
      es: 12,
      fr: 8,
      it: 4,
      ja: 5,
      ko: 2,
      nl: 2,
      pl: 2,
      pt: 5,
      zh: 4,
    }),
});
