import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "size_number",
  aliases: [],
  summary: "A size as a number",
  produces: ["integer", "decimal"],
  source: () => ({ kind: "number", min: 1, max: 50, decimals: 0 }),
});
