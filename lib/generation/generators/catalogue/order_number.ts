import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "order_number",
  aliases: ["order_reference"],
  summary: "The number of an order",
  produces: ["string", "integer"],
  source: ({ type }) =>
    type.kind === "integer"
      ? { kind: "number", min: 100000, max: 99999999, decimals: 0 }
      : textOf(literal("ORD-"), symbols(DIGITS, 7), serial(DIGITS)),
});
