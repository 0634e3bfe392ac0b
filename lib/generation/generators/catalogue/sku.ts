import { DIGITS, UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "sku",
  aliases: ["stock_code", "article_number", "part_number"],
  summary: "A stock-keeping unit",
  produces: ["string"],
  source: () => textOf(symbols(UPPER, 3), literal("-"), symbols(DIGITS, 5), serial(DIGITS)),
});
