import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "page_type",
  aliases: [],
  summary: "What a page of a site is for",
  produces: ["string"],
  source: () =>
    listedWords("page_type", [
      "ad",
      "dynamic",
      "feedback",
      "general",
      "order",
      "protected",
      "welcome",
    ]),
});
