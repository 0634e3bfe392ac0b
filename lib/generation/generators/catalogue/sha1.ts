import { HEX } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "sha1",
  aliases: ["git.commitSha", "commit_sha"],
  summary: "A hash of 40 hexadecimal digits",
  produces: ["string"],
  source: () => textOf(symbols(HEX, 40), serial(HEX)),
});
