import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "token",
  aliases: ["string.nanoid", "internet.jwt", "session_id", "api_key"],
  summary: "A random secret of letters and digits",
  produces: ["string"],
  source: () => textOf(symbols(BASE_36, 24), serial(BASE_36)),
});
