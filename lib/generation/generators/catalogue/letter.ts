import { UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "letter",
  aliases: [
    "random_letter",
    "random_uppercase_letter",
    "random_lowercase_letter",
    "random_element",
    "string.alpha",
  ],
  summary: "A capital letter",
  produces: ["string"],
  source: () => textOf(symbols(UPPER, 1), serial(UPPER)),
});
