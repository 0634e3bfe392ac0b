import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "port",
  aliases: ["internet.port", "port_number"],
  summary: "A port of a network",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: 1024, max: 65535, decimals: 0 }),
});
