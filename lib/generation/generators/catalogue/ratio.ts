import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "ratio",
  aliases: ["probability", "share"],
  summary: "From 0 to 1",
  produces: ["decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 1, decimals: 4 }),
});
