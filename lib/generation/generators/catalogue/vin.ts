import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

/** Without I, O and Q. */
const VIN = DIGITS + "ABCDEFGHJKLMNPRSTUVWXYZ";

export default defineGenerator({
  name: "vin",
  aliases: ["vehicle.vin"],
  summary: "The number of a vehicle",
  produces: ["string"],
  source: () => textOf(symbols(VIN, 11), symbols(DIGITS, 6), serial(DIGITS)),
});
