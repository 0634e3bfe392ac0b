import { defineGenerator } from "../define_generator.ts";

const LENGTH_DEFAULT = 16;

export default defineGenerator({
  name: "bytes",
  aliases: ["binary", "blob"],
  summary: "Random bytes, sixteen unless the column takes fewer",
  produces: ["binary"],
  source: ({ type }) => {
    const room = type.kind === "binary" ? type.maxLength ?? Infinity : Infinity;
    return { kind: "bytes", length: Math.min(LENGTH_DEFAULT, room) };
  },
});
