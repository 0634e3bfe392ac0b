import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "shipping_method",
  aliases: ["ship_mode", "delivery_method"],
  summary: "How goods travel",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < 8
      ? listedWords("ship_mode", ["AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK"])
      : weightedWords("shipping_method", {
        EXPRESS: 20,
        "NEXT DAY": 9,
        OVERNIGHT: 6,
        REGULAR: 55,
        "TWO DAY": 10,
      }),
});
