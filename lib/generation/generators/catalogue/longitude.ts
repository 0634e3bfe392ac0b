import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "longitude",
  aliases: ["location.longitude", "local_longitude", "lng", "lon"],
  summary: "Degrees east of Greenwich",
  produces: ["decimal", "float"],
  source: () => ({ kind: "number", min: -180, max: 180, decimals: 6 }),
});
