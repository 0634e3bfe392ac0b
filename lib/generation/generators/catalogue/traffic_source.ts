import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "traffic_source",
  aliases: ["utm_source", "referral_source"],
  summary: "Where visitors come from",
  produces: ["string"],
  source: () =>
    weightedWords("traffic_source", {
      affiliate: 5,
      direct: 27,
      email: 11,
      organic: 31,
      paid_search: 13,
      referral: 6,
      social: 7,
    }),
});
