import { defineGenerator } from "../define_generator.ts";
import { weightedNumbers } from "../weighted_numbers.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "priority",
  aliases: ["urgency"],
  summary: "How urgent something is, by a word or a number from 1 to 5",
  produces: ["string", "integer", "decimal"],
  source: ({ type }) =>
    type.kind === "string"
      ? weightedWords("priority", { high: 18, low: 30, medium: 48, urgent: 4 })
      : weightedNumbers([[1, 4], [2, 18], [3, 48], [4, 20], [5, 10]]),
});
