import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "hire_date",
  aliases: ["employment_date"],
  summary: "The day somebody started to work",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "2005-01-01", end: "2025-12-31" }),
});
