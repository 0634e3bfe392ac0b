import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "direction",
  aliases: ["location.direction", "location.cardinalDirection", "location.ordinalDirection"],
  summary: "A point of the compass",
  produces: ["string"],
  source: () =>
    listedWords("direction", [
      "East",
      "North",
      "Northeast",
      "Northwest",
      "South",
      "Southeast",
      "Southwest",
      "West",
    ]),
});
