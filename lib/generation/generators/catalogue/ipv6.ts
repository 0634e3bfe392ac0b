import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "ipv6",
  aliases: ["internet.ipv6"],
  summary: "An address of the block for documentation",
  produces: ["string"],
  source: () =>
    textOf(
      literal("2001:db8:"),
      symbols(HEX, 4),
      literal(":"),
      symbols(HEX, 4),
      literal(":"),
      symbols(HEX, 4),
      literal(":"),
      symbols(HEX, 4),
      literal("::"),
      symbols("123456789abcdef", 1),
    ),
});
