import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "day_of_year",
  aliases: [],
  summary: "A day of the year by its number",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1, max: 365, decimals: 0 }),
});
