import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "weight",
  aliases: ["weight_kg"],
  summary: "Kilograms of a parcel",
  produces: ["integer", "decimal", "float"],
  source: () => ({
    kind: "number",
    min: 0.05,
    max: 500,
    decimals: 2,
    curve: { kind: "lognormal", mu: 0.7, sigma: 1.1 },
  }),
});
