import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "number_code",
  aliases: ["string.numeric", "numerify"],
  summary: "Eight digits",
  produces: ["string"],
  source: () => textOf(symbols(DIGITS, 8), serial(DIGITS)),
});
