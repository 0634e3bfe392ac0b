import { UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "stock_symbol",
  aliases: ["ticker"],
  summary: "Letters of a share",
  produces: ["string"],
  source: () => textOf(symbols(UPPER, 4), serial(UPPER)),
});
