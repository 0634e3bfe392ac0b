import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, textOf } from "../text_parts.ts";

/**
 * The check digits of a German account of nothing but zeros. ISO 13616 reckons modulo 97, so adding
 * a multiple of 97 leaves them alone.
 */
const COUNTRY_AND_CHECK = "DE36";

/** German bank codes begin with 1 to 8. */
const BANK_MIN = 900_000_000;

export default defineGenerator({
  name: "iban",
  aliases: ["finance.iban"],
  summary: "A German bank account with right check digits, at a bank that does not exist",
  produces: ["string"],
  source: () =>
    textOf(
      literal(COUNTRY_AND_CHECK),
      oneOf(listedWords("iban_bank", multiplesOf97(BANK_MIN, { step: 8_839, count: 1024 }))),
      oneOf(listedWords("iban_account", multiplesOf97(0, { step: 997_003, count: 1024 }))),
      serial(DIGITS),
    ),
});

/** Nine digits each. */
function multiplesOf97(
  min: number,
  { step, count }: { readonly step: number; readonly count: number },
): string[] {
  const first = Math.ceil(min / 97);
  const span = Math.floor((999_999_999 - min) / 97);
  return Array.from({ length: count }, (_, i) => 97 * (first + (i * step) % span))
    .map((number) => String(number).padStart(9, "0"));
}
