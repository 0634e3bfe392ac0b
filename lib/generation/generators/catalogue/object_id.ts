import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "object_id",
  aliases: ["database.mongodbObjectId", "mongo_id"],
  summary: "Twenty-four hexadecimal digits",
  produces: ["string"],
  source: () => textOf(symbols(HEX, 24), serial(HEX)),
});
