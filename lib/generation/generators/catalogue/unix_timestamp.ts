import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "unix_timestamp",
  aliases: ["unix_time", "epoch"],
  summary: "Seconds since 1970, between 2020 and 2025",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1577836800, max: 1767225599, decimals: 0 }),
});
