import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "payment_status",
  aliases: [],
  summary: "Where a payment is on its way",
  produces: ["string"],
  source: () =>
    weightedWords("payment_status", {
      authorized: 6,
      failed: 4,
      paid: 80,
      pending: 6,
      refunded: 4,
    }),
});
