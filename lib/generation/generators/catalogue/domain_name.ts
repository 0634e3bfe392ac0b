import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { oneOf, serial, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "domain_name",
  aliases: ["internet.domainName", "free_email_domain", "safe_domain_name"],
  summary: "A reserved domain, which nobody owns",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      oneOf(plainNouns(book)),
      serial(BASE_36),
      oneOf(listedWords("domain", [".example.com", ".example.net", ".example.org"])),
    ),
});
