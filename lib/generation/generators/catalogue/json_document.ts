import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

const CHANNELS = ["app", "partner", "phone", "store", "web"];

export default defineGenerator({
  name: "json_document",
  aliases: ["json"],
  summary: "A small JSON object",
  produces: ["json", "string"],
  source: ({ book }) =>
    textOf(
      literal('{"channel":"'),
      oneOf(listedWords("json_channel", CHANNELS)),
      literal('","tag":"'),
      oneOf(plainNouns(book)),
      literal('","active":'),
      oneOf(listedWords("json_truth", ["false", "true"])),
      // A number does not begin with 0, and the bracket ends what makes the document unique.
      literal(',"codes":['),
      symbols("123456789", 1),
      symbols(DIGITS, 2),
      serial(DIGITS),
      literal("]}"),
    ),
});
