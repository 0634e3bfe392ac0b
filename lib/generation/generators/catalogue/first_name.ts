import { defineGenerator } from "../define_generator.ts";
import { firstNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "first_name",
  aliases: ["person.firstName", "given_name", "forename", "first_name_nonbinary"],
  summary: "A given name",
  produces: ["string"],
  source: ({ book }) => firstNames(book),
});
