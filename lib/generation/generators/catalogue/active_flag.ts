import { defineGenerator } from "../define_generator.ts";
import { truthSource } from "./_truth_source.ts";

export default defineGenerator({
  name: "active_flag",
  aliases: ["enabled_flag"],
  summary: "Mostly yes",
  produces: ["string", "integer", "boolean", "decimal"],
  source: ({ type }) => truthSource(type, 0.9),
});
