import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "opening_hours",
  aliases: ["hours"],
  summary: "When a shop is open",
  produces: ["string"],
  source: () =>
    weightedWords("opening_hours", { "8AM-12AM": 12, "8AM-4PM": 40, "8AM-8AM": 8, "9AM-6PM": 40 }),
});
