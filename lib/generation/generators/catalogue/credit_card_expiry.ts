import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "credit_card_expiry",
  aliases: ["credit_card_expire"],
  summary: "Month and year in which a card ends",
  produces: ["string"],
  source: () =>
    textOf(
      oneOf(
        listedWords("month_digits", [
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "07",
          "08",
          "09",
          "10",
          "11",
          "12",
        ]),
      ),
      literal("/"),
      oneOf(listedWords("card_years", ["26", "27", "28", "29", "30"])),
    ),
});
