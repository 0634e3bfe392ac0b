import { DEFAULT_SPAN } from "../default_span.ts";
import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "date",
  aliases: ["date_between", "date_object", "date_this_decade", "date_between_dates"],
  summary: "A day between 2020 and 2025",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", ...DEFAULT_SPAN }),
});
