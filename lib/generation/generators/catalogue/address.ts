import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, symbols, textOf } from "../text_parts.ts";
import { cities, streets } from "./_common_lists.ts";
import { usStates } from "./_us_states.ts";

export default defineGenerator({
  name: "address",
  aliases: ["location.postalAddress", "full_address", "postal_address"],
  summary: "A whole address in one line",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      symbols("123456789", 1),
      symbols(DIGITS, 2),
      literal(" "),
      oneOf(streets(book)),
      literal(", "),
      oneOf(cities(book)),
      literal(", "),
      oneOf(usStates("code")),
      literal(" "),
      symbols(DIGITS, 5),
    ),
});
