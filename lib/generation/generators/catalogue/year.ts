import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "year",
  aliases: [],
  summary: "A year from 2000 to 2025",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 2000, max: 2025, decimals: 0 }),
});
