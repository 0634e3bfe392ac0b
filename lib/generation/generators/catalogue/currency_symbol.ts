import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "currency_symbol",
  aliases: ["finance.currencySymbol"],
  summary: "The sign of a currency",
  produces: ["string"],
  source: () => weightedWords("currency_symbol", { $: 55, "£": 10, "¥": 10, "€": 25 }),
});
