import { DIGITS, UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "license_plate",
  aliases: ["vehicle.vrm"],
  summary: "A licence plate",
  produces: ["string"],
  source: () => textOf(symbols(UPPER, 3), literal("-"), symbols(DIGITS, 4), serial(DIGITS)),
});
