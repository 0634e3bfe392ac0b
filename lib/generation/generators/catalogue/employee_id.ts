import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "employee_id",
  aliases: ["staff_number", "clerk"],
  summary: "The number of an employee",
  produces: ["string"],
  source: () => textOf(literal("EMP-"), symbols(DIGITS, 5), serial(DIGITS)),
});
