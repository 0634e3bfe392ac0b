import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "quarter",
  aliases: [],
  summary: "A quarter of the year",
  produces: ["integer", "decimal", "float", "string"],
  source: ({ type }) =>
    type.kind === "string"
      ? listedWords("quarter", ["Q1", "Q2", "Q3", "Q4"])
      : { kind: "number", min: 1, max: 4, decimals: 0 },
});
