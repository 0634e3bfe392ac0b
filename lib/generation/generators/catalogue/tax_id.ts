import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "tax_id",
  aliases: ["ein", "company_tax_id", "vat_number"],
  summary: "Shaped like a US employer identification number",
  produces: ["string"],
  // 00 is no prefix of the tax office.
  source: () => textOf(literal("00-"), symbols(DIGITS, 7), serial(DIGITS)),
});
