import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "http_method",
  aliases: ["internet.httpMethod"],
  summary: "What is asked of a web server",
  produces: ["string"],
  source: () =>
    weightedWords("http_method", {
      DELETE: 2,
      GET: 72,
      HEAD: 2,
      OPTIONS: 2,
      PATCH: 3,
      POST: 15,
      PUT: 4,
    }),
});
