import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "duration_seconds",
  aliases: ["duration"],
  summary: "How long something took, in seconds: mostly not long",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 1,
    max: 14400,
    decimals: 0,
    curve: { kind: "lognormal", mu: 5, sigma: 1.2 },
  }),
});
