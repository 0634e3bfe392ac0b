import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "hex_color",
  aliases: ["color.rgb", "safe_hex_color"],
  summary: "A colour as the web writes it",
  produces: ["string"],
  source: () => textOf(literal("#"), symbols(HEX, 6), serial(HEX)),
});
