import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "campaign_name",
  aliases: ["campaign", "promotion_name"],
  summary: "A campaign of marketing",
  produces: ["string"],
  source: () =>
    textOf(
      oneOf(
        listedWords("campaign_season", [
          "Autumn",
          "Back to School",
          "Black Friday",
          "Clearance",
          "Holiday",
          "Loyalty",
          "Spring",
          "Summer",
          "Weekend",
          "Winter",
        ]),
      ),
      literal(" "),
      oneOf(
        listedWords("campaign_kind", [
          "Deals",
          "Launch",
          "Newsletter",
          "Offer",
          "Retargeting",
          "Sale",
          "Special",
          "Welcome",
        ]),
      ),
      literal(" "),
      oneOf(listedWords("campaign_year", ["2020", "2021", "2022", "2023", "2024", "2025"])),
    ),
});
