import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "week",
  aliases: ["week_of_year", "week_number"],
  summary: "A week of the year",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1, max: 52, decimals: 0 }),
});
