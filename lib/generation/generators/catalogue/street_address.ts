import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, symbols, textOf } from "../text_parts.ts";
import { streets } from "./_common_lists.ts";

export default defineGenerator({
  name: "street_address",
  aliases: ["location.streetAddress", "street_address_line"],
  summary: "A house number and a street",
  produces: ["string"],
  source: ({ book }) => {
    const number = [symbols("123456789", 1), symbols(DIGITS, 2)];
    const street = oneOf(streets(book));
    return NUMBER_LAST.has(book.locale)
      ? textOf(street, literal(" "), ...number)
      : textOf(...number, literal(" "), street);
  },
});

/** Where the number of a house stands behind its street. */
const NUMBER_LAST: ReadonlySet<string> = new Set(["de", "es"]);
