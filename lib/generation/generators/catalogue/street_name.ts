import { defineGenerator } from "../define_generator.ts";
import { streets } from "./_common_lists.ts";

export default defineGenerator({
  name: "street_name",
  aliases: ["location.street"],
  summary: "A street",
  produces: ["string"],
  source: ({ book }) => streets(book),
});
