import { defineGenerator } from "../define_generator.ts";
import { truthSource } from "./_truth_source.ts";

export default defineGenerator({
  name: "flag",
  aliases: ["datatype.boolean", "boolean", "pybool", "null_boolean"],
  summary: "Yes or no, as the column writes it",
  produces: ["string", "integer", "boolean", "decimal"],
  source: ({ type }) => truthSource(type, 0.5),
});
