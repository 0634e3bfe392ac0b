import type { CheckFact, Column, LogicalType } from "../../../schema/mod.ts";

export type BoundFact = Extract<CheckFact, { kind: "bound" }>;

/** Of values that are not whole: further than rounding to their grid can undo. */
const NUDGE = 1e-5;

/**
 * Narrows the range of a numeric column.
 *
 * @returns Null when nothing is left; `unused` when the bound is no number.
 */
export function narrowNumbers(
  column: Column,
  { operator, value }: BoundFact,
): Column | null | "unused" {
  const bound = Number(value);
  if (Number.isNaN(bound)) return "unused";
  const step = stepOf(column.type, bound);
  const { min, max } = column.range ?? {};
  const range = operator.startsWith(">")
    ? {
      min: Math.max(min ?? -Infinity, lowest(bound, operator, step)),
      ...(max !== undefined && { max }),
    }
    : {
      ...(min !== undefined && { min }),
      max: Math.min(max ?? Infinity, highest(bound, operator, step)),
    };
  if ((range.min ?? -Infinity) > (range.max ?? Infinity)) return null;
  return { ...column, range };
}

function stepOf(type: LogicalType, bound: number): number {
  if (type.kind === "integer") return 1;
  return type.kind === "decimal" ? 10 ** -type.scale : NUDGE * Math.max(1, Math.abs(bound));
}

function lowest(bound: number, operator: string, step: number): number {
  if (operator === ">=") return step === 1 ? Math.ceil(bound) : bound;
  return step === 1 ? Math.floor(bound) + 1 : bound + step;
}

function highest(bound: number, operator: string, step: number): number {
  if (operator === "<=") return step === 1 ? Math.floor(bound) : bound;
  return step === 1 ? Math.ceil(bound) - 1 : bound - step;
}

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/**
 * Narrows the span of a date or timestamp column.
 *
 * @returns Null when nothing is left; `unused` when the bound is no moment.
 */
export function narrowInstants(
  column: Column,
  { operator, value }: BoundFact,
): Column | null | "unused" {
  const isDate = column.type.kind === "date";
  const at = momentOf(value);
  if (at === null) return "unused";
  const { start, end } = column.dateRange ?? {};
  const stride = operator.length > 1 ? 0 : isDate ? DAY_MS : SECOND_MS;
  const write = (ms: number) => {
    const iso = new Date(ms).toISOString();
    return isDate ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
  };
  const dateRange = operator.startsWith(">")
    ? {
      start: write(
        Math.max(start === undefined ? -Infinity : Date.parse(start), roundUp(at + stride, isDate)),
      ),
      ...(end !== undefined && { end }),
    }
    : {
      ...(start !== undefined && { start }),
      end: write(
        Math.min(
          end === undefined ? Infinity : lastOf(end, isDate),
          roundDown(at - stride, isDate),
        ),
      ),
    };
  const [from, to] = [dateRange.start, dateRange.end];
  if (from !== undefined && to !== undefined && Date.parse(from) > lastOf(to, isDate)) return null;
  return { ...column, dateRange };
}

function roundUp(ms: number, isDate: boolean): number {
  const unit = isDate ? DAY_MS : SECOND_MS;
  return Math.ceil(ms / unit) * unit;
}

function roundDown(ms: number, isDate: boolean): number {
  const unit = isDate ? DAY_MS : SECOND_MS;
  return Math.floor(ms / unit) * unit;
}

/** A day as the end of a column's span means all of it. */
function lastOf(end: string, isDate: boolean): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(end);
  return Date.parse(end) + (isDay && !isDate ? DAY_MS - SECOND_MS : 0);
}

/** Moments of checks have no `T`, and count as UTC when they name no zone. */
function momentOf(value: string | number): number | null {
  if (typeof value !== "string") return null;
  const iso = value.trim().replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T");
  const ms = Date.parse(/T/.test(iso) && !/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(ms) || !/^\d{4}-/.test(iso) ? null : ms;
}
