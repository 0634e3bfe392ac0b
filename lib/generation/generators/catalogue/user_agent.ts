import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "user_agent",
  aliases: ["internet.userAgent", "chrome", "firefox", "safari", "opera", "internet_explorer"],
  summary: "What a browser says of itself",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, {
      name: "user_agent",
      draw: (faker) => faker.internet.userAgent(),
      countMax: 128,
    }),
});
