import { defineGenerator } from "../define_generator.ts";
import { cities } from "./_common_lists.ts";

export default defineGenerator({
  name: "city",
  aliases: ["location.city", "town", "municipality"],
  summary: "A town",
  produces: ["string"],
  source: ({ book }) => cities(book),
});
