import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "street_suffix",
  aliases: ["street_type"],
  summary: "The last word of a street: Avenue, Lane, Road",
  produces: ["string"],
  source: () =>
    weightedWords("street_suffix", {
      Avenue: 17,
      Boulevard: 6,
      Circle: 5,
      Court: 9,
      Drive: 13,
      Lane: 10,
      Parkway: 3,
      Place: 6,
      Road: 11,
      Street: 20,
      Way: 8,
    }),
});
