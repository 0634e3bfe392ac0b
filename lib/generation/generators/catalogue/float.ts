import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "float",
  aliases: ["number.float", "pyfloat"],
  summary: "A number from 0 to 10000 with decimals",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 0, max: 10000, decimals: 4 }),
});
