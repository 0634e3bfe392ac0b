import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";

const OCTETS = Array.from({ length: 254 }, (_, i) => String(i + 1));

export default defineGenerator({
  name: "ipv4",
  aliases: ["internet.ipv4", "internet.ip", "ipv4_private", "ip_address", "ipv4_public"],
  summary: "An address of a private network",
  produces: ["string"],
  source: () =>
    textOf(
      literal("10."),
      oneOf(listedWords("octet", OCTETS)),
      literal("."),
      oneOf(listedWords("octet", OCTETS)),
      literal("."),
      oneOf(listedWords("octet", OCTETS)),
    ),
});
