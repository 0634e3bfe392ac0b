import type { LogicalType } from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";
import { fitAsText } from "./fit_as_text.ts";

/** A span of time as ISO 8601 texts, both ends inclusive; a day as an end means all of that day. */
export interface InstantSpan {
  readonly start: string;
  readonly end: string;
}

const DAY_MICROSECONDS = 86_400_000_000;

/** 9999-12-31, the last day that every warehouse takes, in days since 1970. */
const LAST_DAY = 2_932_896;

/**
 * Fits a span of time to a date, time or timestamp column (or, as text, to any other).
 *
 * @param span What the generator suggests; the column's own dates go first.
 * @param request The column.
 */
export function fitInstant(span: InstantSpan, request: FitRequest): Fit {
  const { type, dateRange } = request.column;
  const start = dateRange?.start ?? earlier(span.start, dateRange?.end);
  const end = dateRange?.end ?? later(span.end, dateRange?.start);
  switch (type.kind) {
    case "date":
      return fitUnits({ from: days(start), to: days(end), step: 1, last: LAST_DAY }, request);
    case "timestamp": {
      const to = endMicroseconds(end);
      const last = LAST_DAY * DAY_MICROSECONDS;
      return fitUnits({ from: microseconds(start), to, step: stepOf(type), last }, request);
    }
    case "time": {
      const to = DAY_MICROSECONDS - 1;
      return fitUnits({ from: 0, to, step: stepOf(type), last: to }, request);
    }
    default:
      return fitAsText({ kind: "instant", start, end }, request);
  }
}

interface UnitSpan {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Where distinct values end that no range of the user's holds back. */
  readonly last: number;
}

function fitUnits({ from, to, step, last }: UnitSpan, request: FitRequest): Fit {
  const { distinct, key, column } = request;
  const count = Math.floor((to - from) / step) + 1;
  if (distinct === null) return drawUnits({ start: from, step, count }, key("value"));
  const room = column.dateRange?.end === undefined ? Math.floor((last - from) / step) + 1 : count;
  if (distinct > room) return { kind: "shortage", countMax: room };
  const space = Math.max(count, distinct);
  // Spread over the span in equal steps, as many as 32 bits can tell apart.
  const spread = step * Math.max(1, Math.ceil(space / ORDINALS_MAX));
  const ordinals = Math.floor(((space - 1) * step) / spread) + 1;
  const domain: Domain = { kind: "affine", start: from, step: spread, count: ordinals, divisor: 1 };
  return { kind: "distinct", domain, count: ordinals };
}

function drawUnits(
  { start, step, count }: { start: number; step: number; count: number },
  key: readonly [number, number],
): Fit {
  if (count > ORDINALS_MAX) {
    const domain: Domain = { kind: "wide", start, step, count, divisor: 1, key };
    return { kind: "drawn", domain, ordinal: { kind: "row" } };
  }
  const domain: Domain = { kind: "affine", start, step, count, divisor: 1 };
  return { kind: "drawn", domain, ordinal: { kind: "hashed", count, key } };
}

/** Microseconds between values that the declared digits of a second can tell apart. */
function stepOf({ precision }: Extract<LogicalType, { kind: "time" | "timestamp" }>): number {
  return 10 ** (6 - Math.min(6, precision));
}

function days(iso: string): number {
  return Math.floor(milliseconds(iso) / 86_400_000);
}

function microseconds(iso: string): number {
  return milliseconds(iso) * 1000;
}

function endMicroseconds(iso: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return microseconds(iso) + (isDay ? DAY_MICROSECONDS - 1 : 0);
}

/** Times without a zone are UTC, whatever the machine's own zone. */
function milliseconds(iso: string): number {
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(iso) || !iso.includes("T");
  return Date.parse(hasZone ? iso : `${iso}Z`);
}

function earlier(start: string, limit: string | undefined): string {
  return limit !== undefined && limit < start ? limit : start;
}

function later(end: string, limit: string | undefined): string {
  return limit !== undefined && limit > end ? limit : end;
}
