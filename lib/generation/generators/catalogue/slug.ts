import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, serial, textOf } from "../text_parts.ts";
import { plainNouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "slug",
  aliases: ["lorem.slug", "internet.domainWord", "domain_word"],
  summary: "A title in small letters and dashes",
  produces: ["string"],
  source: ({ book }) =>
    textOf(oneOf(plainNouns(book)), literal("-"), oneOf(plainNouns(book)), serial(BASE_36)),
});
