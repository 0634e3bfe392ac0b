import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "line_number",
  aliases: [],
  summary: "The place of a line in its order, from 1 to 7",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1, max: 7, decimals: 0 }),
});
