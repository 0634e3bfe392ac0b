import { CODE, DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "tracking_number",
  aliases: ["tracking_code"],
  summary: "The number of a parcel",
  produces: ["string"],
  source: () => textOf(literal("1Z"), symbols(CODE, 6), symbols(DIGITS, 10), serial(DIGITS)),
});
