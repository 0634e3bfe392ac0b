import type { Column } from "../../schema/mod.ts";
import { present, quoted } from "./_rule_text.ts";

/** A column, and what its name says. */
export interface NamedColumn {
  readonly column: Column;
  readonly words: string;
}

/**
 * Guesses the rule of a number from names beside it: totals, taxes of a sum, and counts of which one
 * is part of the other.
 *
 * @param words What the column's name says.
 * @param column The column.
 * @param named All columns of the table.
 * @returns The text of the rule and why; null where names leave a doubt.
 */
export function numberRule(
  words: string,
  column: Column,
  named: readonly NamedColumn[],
): readonly [text: string, reason: string] | null {
  if (!isNumber(column)) return null;
  const numbers = named.filter((each) => each.column !== column && isNumber(each.column));
  const product = productRule(words, column, numbers);
  if (product !== null) return [product, "its name says that it is a total"];
  const sum = sumRule(words, column, numbers);
  if (sum !== null) return [sum, "its name says that it is a total"];
  const tax = taxRule(words, column, numbers);
  if (tax !== null) return [tax, "its name says that it is the tax of another"];
  const part = partRule(words, column, numbers);
  return part === null ? null : [part, "its name says that it is a part of another"];
}

function isNumber({ type: { kind } }: Column): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float";
}

const TOTAL =
  /^(?:line |item |row )?(?:total|subtotal|total price|total amount|line total|line amount|extended price|extended amount|amount|total cost)$/;
const QUANTITY = /^(?:.* )?(?:quantity|units?)(?: ordered| sold)?$/;
const PRICE = /^(?:.* )?(?:unit price|price|price each|unit cost)$/;

function productRule(
  words: string,
  column: Column,
  numbers: readonly NamedColumn[],
): string | null {
  if (!TOTAL.test(words)) return null;
  const quantity = only(numbers, QUANTITY);
  const prices = numbers.filter((each) => PRICE.test(each.words) && !TOTAL.test(each.words));
  const price = only(prices, /unit/) ?? (prices.length === 1 ? prices[0]!.column : null);
  if (quantity === null || price === null) return null;
  return ofBoth(`${quoted(quantity.name)} * ${quoted(price.name)}`, column, [quantity, price]);
}

const WHOLE =
  /^(?:(?:order|invoice|grand|line|sales) )?(?:total|gross)(?: amount| price)?$|^amount gross$/;
const BASE =
  /^(?:(?:order|invoice|line|sales) )?(?:subtotal|sub total|net(?: amount| price| total)?)$|^amount net$/;
const TAX = /^(?:(?:order|invoice|line|sales) )?(?:tax|vat)(?: amount| value)?$/;

/** What is paid is the sum before tax, and the tax. */
function sumRule(words: string, column: Column, numbers: readonly NamedColumn[]): string | null {
  if (!WHOLE.test(words)) return null;
  const [base, tax] = [only(numbers, BASE), only(numbers, TAX)];
  if (base === null || tax === null || !isMoney(base)) return null;
  return ofBoth(`${quoted(base.name)} + ${quoted(tax.name)}`, column, [base, tax]);
}

function taxRule(words: string, column: Column, numbers: readonly NamedColumn[]): string | null {
  if (!TAX.test(words) || !isMoney(column)) return null;
  const base = only(numbers, BASE);
  if (base === null || !isMoney(base)) return null;
  return ofBoth(`round(${quoted(base.name)} * 0.05..0.2, 2)`, column, [base]);
}

/** Decimals or doubles: a tax in whole numbers is percent. */
function isMoney({ type }: Column): boolean {
  return type.kind === "float" || (type.kind === "decimal" && type.scale >= 2);
}

/** Counts, what each is a part of, and how large a part. */
const PARTS: readonly (readonly [part: RegExp, whole: RegExp, share: string])[] = [
  [/^(?:clicks?|click count)$/, /^(?:impressions?|impression count)$/, "0.002..0.08"],
  [
    /^(?:conversions?|conversion count|purchases|orders|signups|leads)$/,
    /^(?:clicks?|click count|visits|sessions)$/,
    "0..0.2",
  ],
  [/^(?:opens?|open count|opened)$/, /^(?:sends?|sent|sent count|deliveries|delivered)$/, "0..0.6"],
  [/^(?:bounces|bounced sessions)$/, /^(?:sessions|visits)$/, "0.1..0.7"],
  [/^(?:unique|distinct) visitors?$/, /^(?:visits|sessions|page views)$/, "0.3..1"],
];

function partRule(words: string, column: Column, numbers: readonly NamedColumn[]): string | null {
  for (const [part, whole, share] of PARTS) {
    const all = part.test(words) ? only(numbers, whole) : null;
    if (all !== null && column.type.kind !== "float") {
      return ofBoth(`floor(${quoted(all.name)} * ${share})`, column, [all]);
    }
  }
  const largest = /^(?:max|maximum|highest) (.+)$/.exec(words)?.[1];
  if (largest === undefined) return null;
  const least = numbers.filter((each) => /^(?:min|minimum|lowest) /.test(each.words))
    .filter((each) => each.words.replace(/^\w+ /, "") === largest);
  if (least.length !== 1) return null;
  const { column: min } = least[0]!;
  return ofBoth(`${quoted(min.name)} * 1.01..2.5`, column, [min]);
}

function only(columns: readonly NamedColumn[], pattern: RegExp): Column | null {
  const found = columns.filter(({ words }) => pattern.test(words));
  return found.length === 1 ? found[0]!.column : null;
}

function ofBoth(text: string, column: Column, from: readonly Column[]): string {
  return present(text, { isNeeded: !column.nullable && from.some(({ nullable }) => nullable) });
}
