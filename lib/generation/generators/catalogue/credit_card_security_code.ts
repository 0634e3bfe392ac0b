import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "credit_card_security_code",
  aliases: ["finance.creditCardCVV", "cvv", "cvc"],
  summary: "Three digits from the back of a card",
  produces: ["string", "integer"],
  source: ({ type }) =>
    type.kind === "integer"
      ? { kind: "number", min: 100, max: 999, decimals: 0 }
      : textOf(symbols(DIGITS, 3)),
});
