import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "invoice_number",
  aliases: [],
  summary: "The number of a bill",
  produces: ["string"],
  source: () => textOf(literal("INV-"), symbols(DIGITS, 6), serial(DIGITS)),
});
