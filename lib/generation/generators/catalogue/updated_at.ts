import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "updated_at",
  aliases: ["date_time_this_year", "date_this_year"],
  summary: "When something was last changed",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "2024-01-01", end: "2025-12-31" }),
});
