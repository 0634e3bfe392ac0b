import { DEFAULT_SPAN } from "../default_span.ts";
import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "created_at",
  aliases: [
    "date.past",
    "past_datetime",
    "past_date",
    "date_time_this_century",
    "date_this_century",
  ],
  summary: "When something came to be",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", ...DEFAULT_SPAN }),
});
