import { DIGITS } from "../alphabets.ts";
import { checkedBlocks } from "../checked_blocks.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, textOf } from "../text_parts.ts";

/** The digits weigh 1, 3, 1, 3 …: 978 makes 38, so two of the next multiple of ten are missing. */
const START = {
  ...{ prefix: "", width: 5, count: 1024, remainder: 2 },
  contribution: (digit: number, index: number) => digit * (index % 2 === 0 ? 3 : 1),
};
const END = {
  ...{ prefix: "", width: 5, count: 1024, remainder: 0 },
  contribution: (digit: number, index: number) => digit * (index % 2 === 0 ? 1 : 3),
};

export default defineGenerator({
  name: "isbn",
  aliases: ["commerce.isbn", "isbn13"],
  summary: "The number of a book with a right check digit, ISBN-13",
  produces: ["string"],
  source: () =>
    textOf(
      literal("978"),
      oneOf(listedWords("isbn_start", checkedBlocks(START))),
      oneOf(listedWords("isbn_end", checkedBlocks(END))),
      serial(DIGITS),
    ),
});
