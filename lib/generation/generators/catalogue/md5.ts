import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "md5",
  aliases: ["checksum"],
  summary: "A hash of 32 hexadecimal digits",
  produces: ["string"],
  source: () => textOf(symbols(HEX, 32), serial(HEX)),
});
