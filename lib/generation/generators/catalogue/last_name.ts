import { defineGenerator } from "../define_generator.ts";
import { lastNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "last_name",
  aliases: ["person.lastName", "last_name_male", "last_name_female", "surname", "family_name"],
  summary: "A family name",
  produces: ["string"],
  source: ({ book }) => lastNames(book),
});
