import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { fileEndings, nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "file_path",
  aliases: ["system.filePath", "system.directoryPath"],
  summary: "A file and where it is",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      literal("/data/"),
      oneOf(nouns(book)),
      literal("/"),
      symbols(BASE_36, 8),
      serial(BASE_36),
      oneOf(fileEndings()),
    ),
});
