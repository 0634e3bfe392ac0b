import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "event_type",
  aliases: ["event_name"],
  summary: "What somebody did on a site",
  produces: ["string"],
  source: () =>
    weightedWords("event_type", {
      add_to_cart: 9,
      checkout: 4,
      click: 22,
      login: 6,
      logout: 3,
      page_view: 44,
      purchase: 3,
      search: 8,
      sign_up: 1,
    }),
});
