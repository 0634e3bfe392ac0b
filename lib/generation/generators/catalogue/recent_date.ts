import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "recent_date",
  aliases: ["date.recent", "date_this_month", "date_time_this_month"],
  summary: "One of the last 30 days of 2025",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "2025-12-02", end: "2025-12-31" }),
});
