import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

const MAX = 1999;

export default defineGenerator({
  name: "building_number",
  aliases: ["location.buildingNumber", "house_number", "street_number"],
  summary: "The number of a house",
  produces: ["string", "integer"],
  source: ({ type }) =>
    type.kind === "string"
      ? listedWords("building_number", Array.from({ length: MAX }, (_, i) => String(i + 1)))
      : { kind: "number", min: 1, max: MAX, decimals: 0 },
});
