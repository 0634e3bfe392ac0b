import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "url",
  aliases: ["internet.url", "uri", "web_url", "website"],
  summary: "An address of the web under a reserved domain",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      literal("https://www.example.com/"),
      oneOf(plainNouns(book)),
      literal("/"),
      oneOf(plainNouns(book)),
      literal("-"),
      symbols(BASE_36, 4),
      serial(BASE_36),
    ),
});
