import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "digit",
  aliases: ["random_digit"],
  summary: "From 0 to 9",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 9, decimals: 0 }),
});
