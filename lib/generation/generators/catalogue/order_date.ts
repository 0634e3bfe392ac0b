import { DEFAULT_SPAN } from "../default_span.ts";
import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "order_date",
  aliases: [],
  summary: "When something was ordered or sold",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", ...DEFAULT_SPAN }),
});
