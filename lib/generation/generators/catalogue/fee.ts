import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "fee",
  aliases: [],
  summary: "A small charge",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0.5, max: 100, decimals: 2 }),
});
