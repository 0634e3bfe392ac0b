import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "hour",
  aliases: [],
  summary: "An hour of the day",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 23, decimals: 0 }),
});
