import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "industry",
  aliases: ["sector"],
  summary: "A branch of business",
  produces: ["string"],
  source: () =>
    listedWords("industry", [
      "Agriculture",
      "Automotive",
      "Banking",
      "Construction",
      "Consulting",
      "Education",
      "Energy",
      "Entertainment",
      "Fashion",
      "Food",
      "Government",
      "Health Care",
      "Hospitality",
      "Insurance",
      "Logistics",
      "Manufacturing",
      "Media",
      "Pharmaceuticals",
      "Real Estate",
      "Retail",
      "Software",
      "Telecommunications",
      "Tourism",
    ]),
});
