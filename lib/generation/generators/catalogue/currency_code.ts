import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "currency_code",
  aliases: ["finance.currencyCode", "currency", "cryptocurrency_code"],
  summary: "Three letters of a currency, common ones more often",
  produces: ["string"],
  source: () =>
    weightedWords("currency_code", {
      AUD: 3,
      BRL: 2,
      CAD: 5,
      CHF: 2,
      CNY: 4,
      EUR: 24,
      GBP: 9,
      INR: 4,
      JPY: 6,
      MXN: 2,
      SEK: 1,
      USD: 38,
    }),
});
