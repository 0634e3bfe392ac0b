import { BASE_36, DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { plainFirstNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "username",
  aliases: [
    "internet.username",
    "internet.displayName",
    "login",
    "screen_name",
    "nickname",
  ],
  summary: "A name to log in with",
  produces: ["string"],
  source: ({ book }) => textOf(oneOf(plainFirstNames(book)), symbols(DIGITS, 2), serial(BASE_36)),
});
