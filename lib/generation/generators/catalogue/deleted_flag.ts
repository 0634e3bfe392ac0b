import { defineGenerator } from "../define_generator.ts";
import { truthSource } from "./_truth_source.ts";

export default defineGenerator({
  name: "deleted_flag",
  aliases: ["rare_flag"],
  summary: "Mostly no",
  produces: ["string", "integer", "boolean", "decimal"],
  source: ({ type }) => truthSource(type, 0.05),
});
