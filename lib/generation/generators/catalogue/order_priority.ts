import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "order_priority",
  aliases: [],
  summary: "How urgent an order is, with its rank",
  produces: ["string"],
  source: () =>
    listedWords("order_priority", ["1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"]),
});
