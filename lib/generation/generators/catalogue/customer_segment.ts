import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { textRoom } from "../text_room.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "customer_segment",
  aliases: ["market_segment"],
  summary: "A group of customers",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) <= 10
      ? listedWords("market_segment", [
        "AUTOMOBILE",
        "BUILDING",
        "FURNITURE",
        "HOUSEHOLD",
        "MACHINERY",
      ])
      : weightedWords("customer_segment", { Consumer: 52, Corporate: 30, "Home Office": 18 }),
});
