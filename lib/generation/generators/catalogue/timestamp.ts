import { DEFAULT_SPAN } from "../default_span.ts";
import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "timestamp",
  aliases: [
    "date.anytime",
    "date_time",
    "date_time_between",
    "date_time_this_decade",
    "date_time_ad",
    "iso8601",
  ],
  summary: "A moment between 2020 and 2025",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", ...DEFAULT_SPAN }),
});
