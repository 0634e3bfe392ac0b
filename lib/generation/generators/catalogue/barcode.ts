import { DIGITS } from "../alphabets.ts";
import { checkedBlocks } from "../checked_blocks.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { oneOf, serial, textOf } from "../text_parts.ts";

/** Codes that begin with 2 are given out by shops to themselves, so no product of the world has one. */
const START = { prefix: "2", width: 6, count: 1024 };
const END = { prefix: "", width: 7, count: 1024 };

/** EAN-13 weighs its digits 1, 3, 1, 3 …, and the sum is a multiple of ten. */
const EAN_SUM = {
  contribution: (digit: number, index: number) => digit * (index % 2 === 0 ? 1 : 3),
  remainder: 0,
};

export default defineGenerator({
  name: "barcode",
  aliases: ["ean", "ean13", "gtin", "localized_ean", "localized_ean13", "commerce.upc", "upc_a"],
  summary: "Thirteen digits with a right check digit, EAN-13, from the range of codes inside shops",
  produces: ["string"],
  source: () =>
    textOf(
      oneOf(listedWords("barcode_start", checkedBlocks({ ...START, ...EAN_SUM }))),
      oneOf(listedWords("barcode_end", checkedBlocks({ ...END, ...EAN_SUM }))),
      serial(DIGITS),
    ),
});
