import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "account_number",
  aliases: ["finance.accountNumber", "bban"],
  summary: "The number of a bank account",
  produces: ["string", "integer"],
  source: ({ type }) =>
    type.kind === "integer"
      ? { kind: "number", min: 10000000, max: 99999999, decimals: 0 }
      : textOf(symbols(DIGITS, 8), serial(DIGITS)),
});
