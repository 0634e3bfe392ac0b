import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "carrier",
  aliases: ["shipping_carrier"],
  summary: "Who carries goods",
  produces: ["string"],
  source: () =>
    weightedWords("carrier", {
      DHL: 22,
      FEDEX: 25,
      "GREAT EASTERN": 2,
      GLS: 9,
      TNT: 5,
      UPS: 24,
      USPS: 13,
    }),
});
