import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "device_type",
  aliases: ["device"],
  summary: "What somebody surfs with",
  produces: ["string"],
  source: () => weightedWords("device_type", { desktop: 41, mobile: 52, tablet: 7 }),
});
