import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "shipping_instruction",
  aliases: [],
  summary: "What to do with a parcel",
  produces: ["string"],
  source: () =>
    listedWords("shipping_instruction", [
      "COLLECT COD",
      "DELIVER IN PERSON",
      "NONE",
      "TAKE BACK RETURN",
    ]),
});
