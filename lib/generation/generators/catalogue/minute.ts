import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "minute",
  aliases: [],
  summary: "A minute of the hour",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 59, decimals: 0 }),
});
