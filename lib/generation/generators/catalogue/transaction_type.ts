import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "transaction_type",
  aliases: ["finance.transactionType"],
  summary: "What happens to money",
  produces: ["string"],
  source: () =>
    weightedWords("transaction_type", {
      deposit: 16,
      fee: 5,
      payment: 38,
      refund: 6,
      transfer: 17,
      withdrawal: 18,
    }),
});
