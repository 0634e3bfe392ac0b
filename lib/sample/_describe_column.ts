import type { ColumnProfile, TextForm, ValueCount } from "../query/mod.ts";
import { type Column, type Distribution, type LogicalType, validateSchema } from "../schema/mod.ts";
import { fitDistribution } from "./_fit_distribution.ts";

export interface DescribeOptions {
  readonly rowCount: number;
  /** Its values follow from its rows or its parent, and so need no description. */
  readonly isKey: boolean;
  readonly isUnique: boolean;
  /** Its few values, when they may be copied. */
  readonly values: readonly ValueCount[] | null;
  /** What generation would make of its name; null where the name says nothing. */
  readonly guess: string | null;
}

/** Describes a column so that what is made resembles what was seen. */
export function describeColumn(profile: ColumnProfile, options: DescribeOptions): Column {
  const { rowCount, isKey, isUnique, values } = options;
  const nullRate = rowCount === 0 ? 0 : (rowCount - profile.valueCount) / rowCount;
  const nullable = rowCount === 0 || nullRate > 0;
  const column: Column = {
    name: profile.name,
    type: typeOf(profile),
    nullable: nullable && !isUnique,
    unique: isUnique,
    ...nullable && !isUnique && rowCount > 0 && { nullRate: share(nullRate) },
  };
  if (isKey) return column;
  const shaped = {
    ...column,
    ...values === null ? shapeOf(profile, options) : listed(profile, values),
  };
  return isCoherent(shaped) ? shaped : column;
}

/** Files hold what a schema cannot say: years beyond 9999, integers of 128 bits. */
function isCoherent(column: Column): boolean {
  const alone = {
    ...{ name: "x", targetRows: 1, columns: [{ ...column, name: "x" }], primaryKey: [] },
    ...{ uniqueKeys: [], foreignKeys: [], compositeKeys: [], warnings: [] },
  };
  return validateSchema({ name: "x", tables: [alone] }).length === 0;
}

/** Parquet and CSV know no lengths; the longest text seen is the best there is. */
function typeOf({ type, texts }: ColumnProfile): LogicalType {
  if (type.kind !== "string" || texts === undefined) return type;
  return { ...type, maxLength: Math.max(1, texts.lengthMax) };
}

function listed({ type }: ColumnProfile, values: readonly ValueCount[]): Partial<Column> {
  const distribution: Distribution = {
    kind: "values",
    values: values.map(({ value, count }) => ({ value: plainValue(type, value), weight: count })),
  };
  return { distribution };
}

function plainValue({ kind }: LogicalType, value: ValueCount["value"]): string | number | boolean {
  if (typeof value === "boolean") return value;
  return kind === "string" ? String(value) : Number(value);
}

function shapeOf(profile: ColumnProfile, { guess }: DescribeOptions): Partial<Column> {
  const { numbers, moments, texts, type } = profile;
  if (numbers !== undefined) {
    const distribution = fitDistribution(numbers, profile.valueCount);
    return {
      // A name may suggest a list of numbers, which would not follow the range.
      ...(type.kind === "integer" || type.kind === "decimal" || type.kind === "float") &&
        { generator: type.kind },
      range: { min: numbers.min, max: numbers.max },
      ...distribution !== undefined && { distribution },
    };
  }
  if (moments !== undefined) return { dateRange: { start: moments.min, end: moments.max } };
  const form = texts === undefined ? null : formOf(texts.matchCounts, profile.valueCount);
  return form === null || suits(form, guess) ? {} : { generator: form };
}

/** Nearly all values: a few typing errors do not make a column of addresses something else. */
const FORM_SHARE_MIN = 0.95;

/** @returns The first form that nearly all values have; forms stand from strict to loose. */
export function formOf(
  matchCounts: Readonly<Record<TextForm, number>>,
  valueCount: number,
): string | null {
  const found = Object.entries(matchCounts).find(([, count]) =>
    valueCount > 0 && count >= valueCount * FORM_SHARE_MIN
  );
  return found?.[0] ?? null;
}

/** Generators whose values have a form too, and say more. */
const FINER: Readonly<Record<string, RegExp>> = {
  url: /url$|^uri/,
  uuid: /^uuid$/,
  number_code: /code|number|postcode|zip|barcode|isbn|serial|account|routing|sku|id$/,
  reference_code: /code|number|sku|serial|reference|invoice|id$/,
  sha256: /hash|sha256|token/,
  sha1: /hash|sha1|token/,
  md5: /hash|md5|token/,
};

function suits(form: string, guess: string | null): boolean {
  return guess !== null && (guess === form || (FINER[form]?.test(guess) ?? false));
}

function share(rate: number): number {
  return Number(Math.min(1, Math.max(rate, 1e-6)).toPrecision(4));
}
