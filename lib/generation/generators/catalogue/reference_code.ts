import { CODE } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "reference_code",
  aliases: ["reference", "code", "string.alphanumeric", "bothify"],
  summary: "A short code of letters and digits",
  produces: ["string"],
  source: () => textOf(symbols(CODE, 8), serial(CODE)),
});
