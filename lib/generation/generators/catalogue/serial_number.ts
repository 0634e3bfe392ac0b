import { CODE } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "serial_number",
  aliases: ["phone.imei", "imei"],
  summary: "The number of a device",
  produces: ["string"],
  source: () => textOf(literal("SN"), symbols(CODE, 10), serial(CODE)),
});
