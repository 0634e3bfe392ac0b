import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "payment_method",
  aliases: ["payment_type"],
  summary: "How somebody pays",
  produces: ["string"],
  source: () =>
    weightedWords("payment_method", {
      apple_pay: 9,
      bank_transfer: 9,
      cash: 4,
      credit_card: 41,
      debit_card: 17,
      gift_card: 3,
      google_pay: 5,
      paypal: 12,
    }),
});
