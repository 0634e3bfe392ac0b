import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "vehicle",
  aliases: ["vehicle.vehicle"],
  summary: "A car",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "vehicle",
      draw: (faker) => faker.vehicle.vehicle(),
      countMax: 1024,
    }),
});
