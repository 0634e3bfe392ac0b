import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "second",
  aliases: [],
  summary: "A second of the minute",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 59, decimals: 0 }),
});
