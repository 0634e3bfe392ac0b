import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "percentage",
  aliases: ["percent"],
  summary: "From 0 to 100",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 100, decimals: 2 }),
});
