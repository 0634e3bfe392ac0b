import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "uri_path",
  aliases: ["uri_page", "path"],
  summary: "The path of an address of the web",
  produces: ["string"],
  source: ({ book }) =>
    textOf(literal("/"), oneOf(plainNouns(book)), literal("/"), oneOf(plainNouns(book))),
});
