import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";
import { productNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "review",
  aliases: ["review_text", "feedback"],
  summary: "What a customer says of a product",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      oneOf(
        listedWords("review_opinion", [
          "Broke after a week",
          "Does what it should",
          "Excellent",
          "Exactly as described",
          "Good value",
          "I would buy it again",
          "Looks better than in the picture",
          "Not what I expected",
          "Quite good",
          "The best I ever had",
        ]),
      ),
      literal(": "),
      oneOf(productNames(book)),
    ),
});
