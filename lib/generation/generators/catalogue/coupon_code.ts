import { CODE, DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { oneOf, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "coupon_code",
  aliases: ["promo_code", "voucher_code"],
  summary: "A code for a discount",
  produces: ["string"],
  source: () =>
    textOf(
      oneOf(
        listedWords("coupon_word", [
          "HELLO",
          "SALE",
          "SAVE",
          "SPRING",
          "SUMMER",
          "THANKS",
          "VIP",
          "WELCOME",
          "WINTER",
        ]),
      ),
      symbols(DIGITS, 2),
      serial(CODE),
    ),
});
