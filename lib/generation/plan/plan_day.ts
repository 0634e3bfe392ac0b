import type { Column, Table } from "../../schema/mod.ts";
import type { Domain } from "../domains/domain.ts";
import { calendarOf } from "../infer/calendar.ts";
import type { OrdinalPlan } from "../ordinals/ordinal_plan.ts";
import { datePart } from "../rules/date_steps.ts";
import type { PlanContext } from "./plan_context.ts";

/** How a column of a calendar is made. */
export interface PlannedDay {
  readonly domain: Domain;
  readonly ordinal: OrdinalPlan;
  readonly generator: string;
}

/** Numbers of days are listed, as no step leads from 20240131 to 20240201; so many at least. */
const LISTED_DAYS = 4_018;
const LISTED_DAYS_MAX = 36_525;

/**
 * Plans the days of a calendar, and a key that writes them as numbers: row by row, without a gap.
 *
 * @returns Null for every other column.
 */
export function planDay(
  context: PlanContext,
  table: Table,
  column: Column,
): PlannedDay | null {
  const calendar = calendarOf(table);
  if (calendar === null) return null;
  const { date, key, startDay } = calendar;
  const rows = Math.max(1, context.rowCount(table));
  const ordinal = { kind: "row" } as const;
  if (column === date) {
    const days = { kind: "affine", start: startDay, step: 1, count: rows, divisor: 1 } as const;
    return { domain: days, ordinal, generator: "date" };
  }
  if (column !== key || rows > LISTED_DAYS_MAX) return null;
  // The same list for any number of rows, so that rows can be added.
  const length = rows > LISTED_DAYS ? LISTED_DAYS_MAX : LISTED_DAYS;
  const unit = column.type.kind === "decimal" ? 10 ** column.type.scale : 1;
  const units = Array.from({ length }, (_, row) => dayNumber(startDay + row) * unit);
  return { domain: { kind: "list", units, divisor: 1 }, ordinal, generator: "date" };
}

/** Whether a column tells of a calendar's day: it does so in every row. */
export function isOfCalendar(table: Table, column: Column): boolean {
  const calendar = calendarOf(table);
  return calendar !== null &&
    (column === calendar.date || calendar.parts.has(column));
}

function dayNumber(days: number): number {
  return datePart.year(days) * 10_000 + datePart.month(days) * 100 + datePart.day(days);
}
