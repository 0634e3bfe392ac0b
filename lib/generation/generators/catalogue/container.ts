import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

const SIZES = ["JUMBO", "LG", "MED", "SM", "WRAP"];
const KINDS = ["BAG", "BOX", "CAN", "CASE", "DRUM", "JAR", "PACK", "PKG"];

export default defineGenerator({
  name: "container",
  aliases: ["packaging"],
  summary: "What goods are packed in",
  produces: ["string"],
  source: () =>
    listedWords("container", SIZES.flatMap((size) => KINDS.map((kind) => `${size} ${kind}`))),
});
