import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "duration_milliseconds",
  aliases: ["latency_ms", "response_time"],
  summary: "How long a machine took, in milliseconds",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 1,
    max: 60000,
    decimals: 0,
    curve: { kind: "lognormal", mu: 4.8, sigma: 1 },
  }),
});
