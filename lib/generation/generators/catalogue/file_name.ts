import { BASE_36, DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { fileEndings, nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "file_name",
  aliases: ["system.fileName", "system.commonFileName"],
  summary: "A file",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      oneOf(nouns(book)),
      literal("_"),
      symbols(DIGITS, 4),
      serial(BASE_36),
      oneOf(fileEndings()),
    ),
});
