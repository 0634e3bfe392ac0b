import { DIGITS } from "../alphabets.ts";
import { checkedBlocks } from "../checked_blocks.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { oneOf, serial, textOf } from "../text_parts.ts";

/** Payment providers test with 400000; no bank gives these cards out. */
const START = { prefix: "400000", width: 8, count: 10 };
const QUARTER = { prefix: "", width: 4, count: 1000 };

/** Luhn: of sixteen digits, every second one from the first on is doubled, and its digits added. */
const LUHN_SUM = {
  contribution: (digit: number, index: number) =>
    index % 2 === 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9,
  remainder: 0,
};

export default defineGenerator({
  name: "credit_card_number",
  aliases: ["finance.creditCardNumber", "card_number"],
  summary: "Sixteen digits with a right check digit, from a range for tests",
  produces: ["string"],
  source: () => {
    const quarter = listedWords("card_quarter", checkedBlocks({ ...QUARTER, ...LUHN_SUM }));
    const start = listedWords("card_start", checkedBlocks({ ...START, ...LUHN_SUM }));
    return textOf(oneOf(start), oneOf(quarter), oneOf(quarter), serial(DIGITS));
  },
});
