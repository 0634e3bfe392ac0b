import { defineGenerator } from "../define_generator.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "order_status",
  aliases: [],
  summary: "Where an order is on its way, by a letter where there is no room",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < 9
      ? weightedWords("order_status_letter", { F: 49, O: 48, P: 3 })
      : weightedWords("order_status", {
        cancelled: 5,
        delivered: 58,
        pending: 9,
        processing: 8,
        refunded: 3,
        returned: 4,
        shipped: 13,
      }),
});
