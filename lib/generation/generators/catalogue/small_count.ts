import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "small_count",
  aliases: ["count"],
  summary: "How many: mostly few",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0,
    max: 20,
    decimals: 0,
    curve: { kind: "exponential", lambda: 0.4 },
  }),
});
