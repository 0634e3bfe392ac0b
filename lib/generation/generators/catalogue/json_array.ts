import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "json_array",
  aliases: [],
  summary: "A small JSON array: two words and a number",
  produces: ["json", "string"],
  source: ({ book }) =>
    textOf(
      literal('["'),
      oneOf(plainNouns(book)),
      literal('","'),
      oneOf(plainNouns(book)),
      // A number does not begin with 0, and the bracket ends what makes the array unique.
      literal('",'),
      symbols("123456789", 1),
      symbols(DIGITS, 1),
      serial(DIGITS),
      literal("]"),
    ),
});
