import type { Scratch } from "../scratch.ts";
import type { Bound } from "./number_steps.ts";
import type { DateName, DatePart } from "./rule_plan.ts";
import {
  joinNulls,
  type NumberVector,
  numberVector,
  type TextVector,
  wordVector,
} from "./vector.ts";

/**
 * Reads a part of days since 1970: weeks are those of ISO 8601, and begin on Monday, which is 1.
 *
 * @param part What to read.
 * @param operand The days.
 */
export function bindDatePart(
  part: DatePart,
  operand: NumberVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, [operand]);
  const read = datePart[part];
  const step = (length: number) => {
    for (let i = 0; i < length; i++) vector.data[i] = read(operand.data[i]!);
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

/** The English name of a date's month or day of the week. */
export function bindDateName(
  name: DateName,
  operand: NumberVector,
  scratch: Scratch,
): Bound<TextVector> {
  const isMonth = name === "month_name";
  const read = isMonth ? datePart.month : datePart.day_of_week;
  const vector = wordVector(scratch, isMonth ? MONTHS : DAYS, [operand]);
  const step = (length: number) => {
    const { codes, nulls } = vector;
    for (let i = 0; i < length; i++) codes[i] = read(operand.data[i]!) - 1;
    joinNulls(nulls, [operand], length);
  };
  return { vector, step };
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** Every part of a day since 1970. */
export const datePart: Readonly<Record<DatePart, (days: number) => number>> = {
  year: (days) => monthOf(days).year,
  quarter: (days) => Math.ceil(monthOf(days).month / 3),
  month: (days) => monthOf(days).month,
  day: (days) => monthOf(days).day,
  day_of_week: dayOfWeek,
  day_of_year: (days) => days - firstOf(monthOf(days).year) + 1,
  week: (days) => {
    // The week of a day is that of its Thursday, counted in the Thursday's year.
    const thursday = days - dayOfWeek(days) + 4;
    return Math.floor((thursday - firstOf(monthOf(thursday).year)) / 7) + 1;
  },
};

function dayOfWeek(days: number): number {
  // 1970-01-01 was a Thursday.
  return ((days + 3) % 7 + 7) % 7 + 1;
}

function firstOf(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) +
    Math.floor(before / 400) - 719_162;
}

/** The one object that is made anew for no row. */
const CIVIL = { year: 0, month: 0, day: 0 };

/** Of the proleptic Gregorian calendar; years begin in March, so that leap days come last. */
function monthOf(days: number): typeof CIVIL {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra -
    (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  CIVIL.day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  CIVIL.month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  CIVIL.year = yearOfEra + era * 400 + (CIVIL.month <= 2 ? 1 : 0);
  return CIVIL;
}
