import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "latitude",
  aliases: ["location.latitude", "local_latitude", "lat"],
  summary: "Degrees north of the equator, where people live",
  produces: ["decimal", "float"],
  source: () => ({
    kind: "number",
    min: -55,
    max: 70,
    decimals: 6,
    curve: { kind: "normal", mean: 32, stddev: 20 },
  }),
});
