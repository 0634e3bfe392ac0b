import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "future_date",
  aliases: ["date.future", "date.soon", "future_datetime"],
  summary: "A day in 2026 or 2027",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "2026-01-01", end: "2027-12-31" }),
});
