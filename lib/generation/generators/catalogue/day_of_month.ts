import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "day_of_month",
  aliases: ["day"],
  summary: "A day that every month has",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1, max: 28, decimals: 0 }),
});
