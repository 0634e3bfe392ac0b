import type { ColumnProfile, Sample, ValueCount } from "../query/mod.ts";
import { formOf } from "./_describe_column.ts";

/** More values than this are no list of categories. */
const VALUE_COUNT_MAX = 50;

/** How often a value occurs on average before it counts as a category and not as somebody's. */
const REPEATS_MIN = 2;

/** Longer texts are written by people, and may tell of them. */
const LENGTH_MEAN_MAX = 40;

/** Names that say a column is about persons, whose values are never copied however few. */
const PERSONAL: ReadonlySet<string> = new Set(
  ("first_name first_name_male first_name_female last_name middle_name full_name username email " +
    "phone_number address street_address secondary_address street_name building_number " +
    "social_security_number tax_id credit_card_number credit_card_expiry " +
    "credit_card_security_code iban bic account_number routing_number password_hash token ipv4 " +
    "ipv6 mac_address license_plate vin birth_date comment description review")
    .split(" "),
);

export interface ChooseValuesOptions {
  readonly table: string;
  readonly column: ColumnProfile;
  /** What generation would make of the column's name. */
  readonly guess: string | null;
}

/**
 * The values of a column if they are few, repeated and nobody's.
 *
 * @returns Null where the column is better described by its shape.
 */
export async function chooseValues(
  sample: Sample,
  { table, column, guess }: ChooseValuesOptions,
): Promise<readonly ValueCount[] | null> {
  if (!mayList(column, guess)) return null;
  const found = await sample.values(table, { column: column.name, countMax: VALUE_COUNT_MAX });
  if (found === null || found.length === 0) return null;
  if (column.valueCount < found.length * REPEATS_MIN) return null;
  // JSON has no number for what is not finite.
  if (column.numbers !== undefined && !found.every(({ value }) => Number.isFinite(Number(value)))) {
    return null;
  }
  return isEvenRun(column, found) ? null : found;
}

function mayList(column: ColumnProfile, guess: string | null): boolean {
  const { type, texts, numbers, valueCount, distinctCountEstimate } = column;
  if (guess !== null && PERSONAL.has(guess)) return false;
  // The estimate may be somewhat high.
  if (distinctCountEstimate > VALUE_COUNT_MAX * 1.25) return false;
  if (type.kind === "boolean") return true;
  if (numbers !== undefined) return true;
  if (type.kind !== "string" || texts === undefined) return false;
  return texts.lengthMean <= LENGTH_MEAN_MAX && !isSomebodys(column, valueCount);
}

function isSomebodys({ texts }: ColumnProfile, valueCount: number): boolean {
  const form = formOf(texts!.matchCounts, valueCount);
  return form !== null && form !== "number_code" && form !== "reference_code";
}

/** Whole numbers without gaps, none much more frequent than the others: a range says as much. */
function isEvenRun({ type, numbers }: ColumnProfile, found: readonly ValueCount[]): boolean {
  if (type.kind !== "integer" || numbers === undefined || found.length < 3) return false;
  if (numbers.max - numbers.min + 1 !== found.length) return false;
  return found[0]!.count <= found.at(-1)!.count * 1.5 + 3;
}
