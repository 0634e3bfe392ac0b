import { defineGenerator } from "../define_generator.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";
import { firstNames, lastNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "full_name",
  aliases: [
    "person.fullName",
    "name",
    "name_male",
    "name_female",
    "name_nonbinary",
    "person_name",
    "finance.accountName",
  ],
  summary: "A given and a family name",
  produces: ["string"],
  source: ({ book }) =>
    book.locale === "ja"
      ? textOf(oneOf(lastNames(book)), literal(" "), oneOf(firstNames(book)))
      : textOf(oneOf(firstNames(book)), literal(" "), oneOf(lastNames(book))),
});
