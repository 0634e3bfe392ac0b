import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "expiry_date",
  aliases: ["expiration_date", "credit_card_expiry_date"],
  summary: "When something ends",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "2025-01-01", end: "2030-12-31" }),
});
