import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "sha256",
  aliases: ["hash"],
  summary: "A hash of 64 hexadecimal digits",
  produces: ["string"],
  source: () => textOf(symbols(HEX, 64), serial(HEX)),
});
