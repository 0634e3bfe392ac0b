import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { textRoom } from "../text_room.ts";
import { LOCAL_POSTCODES } from "./_local_numbers.ts";

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
  summary: "Five digits, or what addresses of the locale have",
  produces: ["string", "integer"],
  source: ({ type, book }) => {
    if (type.kind === "integer") return { kind: "number", min: 10001, max: 99950, decimals: 0 };
    const local = book.locale === "en" ? null : LOCAL_POSTCODES[book.locale];
    if (local === null) return textOf(symbols(DIGITS, 5), serial(DIGITS));
    const { beginnings, between, digitCount } = local;
    const list = listedWords(`postcode_${book.locale}`, beginnings);
    const length = beginnings[0]!.length + between.length + digitCount;
    const parts = textRoom(type) < length ? [] : [literal(between)];
    return textOf(oneOf(list), ...parts, symbols(DIGITS, digitCount), serial(DIGITS));
  },
});
