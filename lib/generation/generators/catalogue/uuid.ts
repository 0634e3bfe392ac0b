import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "uuid",
  aliases: ["string.uuid", "datatype.uuid", "uuid4", "guid"],
  summary: "A random identifier, UUID version 4",
  produces: ["uuid", "string"],
  source: () => ({ kind: "uuid" }),
});
