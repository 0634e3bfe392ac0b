import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "interval",
  aliases: ["time_delta"],
  summary: "A span of days up to a year",
  produces: ["interval"],
  source: () => ({ kind: "number", min: 1, max: 365, decimals: 0 }),
});
