import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "social_security_number",
  aliases: ["ssn", "itin"],
  summary: "Shaped like a US social security number, from a range never given out",
  produces: ["string"],
  // Numbers from 900 on are no SSN, and with 10 to 49 in the middle no ITIN either.
  source: () =>
    textOf(
      literal("9"),
      symbols(DIGITS, 2),
      literal("-"),
      symbols("1234", 1),
      symbols(DIGITS, 1),
      literal("-"),
      symbols(DIGITS, 4),
      serial(DIGITS),
    ),
});
