import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "employee_count",
  aliases: ["number_employees"],
  summary: "How many people work somewhere: mostly few",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 1,
    max: 10000,
    decimals: 0,
    curve: { kind: "lognormal", mu: 4, sigma: 1.3 },
  }),
});
