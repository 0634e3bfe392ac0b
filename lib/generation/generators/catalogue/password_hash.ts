import { DIGITS, LOWER, UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

const BASE_64 = "./" + UPPER + LOWER + DIGITS;

export default defineGenerator({
  name: "password_hash",
  aliases: ["internet.password", "password", "hashed_password"],
  summary: "Shaped like a bcrypt hash; no password belongs to it",
  produces: ["string"],
  source: () => textOf(literal("$2b$12$"), symbols(BASE_64, 53), serial(BASE_64)),
});
