import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "batch_id",
  aliases: ["lot_number"],
  summary: "The name of a load or a production batch",
  produces: ["string"],
  source: () => textOf(literal("BATCH-"), symbols(DIGITS, 6), serial(DIGITS)),
});
