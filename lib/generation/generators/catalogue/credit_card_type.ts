import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "credit_card_type",
  aliases: ["finance.creditCardIssuer", "credit_card_provider", "card_type"],
  summary: "Who issues a card",
  produces: ["string"],
  source: () =>
    weightedWords("credit_card_type", {
      "American Express": 12,
      Discover: 5,
      Mastercard: 32,
      Visa: 51,
    }),
});
