import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "color",
  aliases: ["color.human", "vehicle.color", "color_name", "safe_color_name"],
  summary: "A colour by its name",
  produces: ["string"],
  source: ({ book }) => sampledWords(book, { name: "color", draw: (faker) => faker.color.human() }),
});
