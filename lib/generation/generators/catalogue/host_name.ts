import { BASE_36, DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "host_name",
  aliases: [],
  summary: "A machine of a network",
  produces: ["string"],
  source: () =>
    textOf(
      oneOf(
        listedWords("host_role", [
          "api",
          "app",
          "cache",
          "db",
          "edge",
          "etl",
          "mail",
          "queue",
          "web",
        ]),
      ),
      literal("-"),
      symbols(DIGITS, 3),
      serial(BASE_36),
      literal(".example.net"),
    ),
});
