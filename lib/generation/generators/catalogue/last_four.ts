import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "last_four",
  aliases: ["last_four_digits", "card_last4"],
  summary: "The last four digits of a card or account",
  produces: ["string"],
  source: () => textOf(symbols(DIGITS, 4)),
});
