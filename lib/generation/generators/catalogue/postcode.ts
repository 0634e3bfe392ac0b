import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "postcode",
  aliases: [
    "location.zipCode",
    "zipcode",
    "zip",
    "postalcode",
    "zipcode_in_state",
    "postalcode_in_state",
  ],
  summary: "Five digits, as US addresses have them",
  produces: ["string", "integer"],
  source: ({ type }) =>
    type.kind === "integer"
      ? { kind: "number", min: 10001, max: 99950, decimals: 0 }
      : textOf(symbols(DIGITS, 5), serial(DIGITS)),
});
