import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "sales_channel",
  aliases: ["channel"],
  summary: "Where something was sold or seen",
  produces: ["string"],
  source: () =>
    weightedWords("sales_channel", {
      catalog: 6,
      marketplace: 14,
      mobile_app: 24,
      partner: 6,
      phone: 4,
      store: 20,
      web: 26,
    }),
});
