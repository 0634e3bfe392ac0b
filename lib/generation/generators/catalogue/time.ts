import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "time",
  aliases: ["time_object", "time_of_day"],
  summary: "A time of day",
  produces: ["time", "string"],
  source: () => ({ kind: "instant", start: "00:00:00", end: "23:59:59" }),
});
