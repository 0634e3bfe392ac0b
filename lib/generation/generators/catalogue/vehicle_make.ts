import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "vehicle_make",
  aliases: ["vehicle.manufacturer"],
  summary: "Who makes a car",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "vehicle_make", draw: (faker) => faker.vehicle.manufacturer() }),
});
