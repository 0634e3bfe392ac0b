import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "tier",
  aliases: ["plan_name", "membership"],
  summary: "A level of membership",
  produces: ["string"],
  source: () => weightedWords("tier", { Basic: 44, Bronze: 22, Gold: 9, Platinum: 4, Silver: 21 }),
});
