import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "mac_address",
  aliases: ["internet.mac"],
  summary: "The address of a network card, of nobody's",
  produces: ["string"],
  // The second bit of the first byte says that no maker gave it out.
  source: () =>
    textOf(literal("02"), ...[1, 2, 3, 4, 5].flatMap(() => [literal(":"), symbols(HEX, 2)])),
});
