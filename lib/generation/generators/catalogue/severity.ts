import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "severity",
  aliases: ["log_level"],
  summary: "How bad something is",
  produces: ["string"],
  source: () => weightedWords("severity", { DEBUG: 18, ERROR: 5, FATAL: 1, INFO: 64, WARN: 12 }),
});
