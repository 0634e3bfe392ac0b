import { type Answer, cellText, isNumeric, isTemporal } from "./_answer.ts";

export type ChartKind = "bar" | "line" | "scatter";

export interface ChartAsked {
  readonly kind: ChartKind;
  /** Places of columns. */
  readonly x: number;
  readonly y: number;
  /** The column of which each value is drawn for itself; null where all is one. */
  readonly series: number | null;
}

/** What is drawn of an answer. */
export interface ChartPoints {
  /** Of the places of x, where x has no measure. */
  readonly labels: readonly string[] | null;
  readonly isTime: boolean;
  /** Ascending: seconds, numbers or places of labels. */
  readonly x: readonly number[];
  readonly series: readonly ChartSeries[];
  /** How many values of the series' column had no room. */
  readonly leftOutCount: number;
}

export interface ChartSeries {
  readonly name: string;
  /** As long as `x`. */
  readonly values: readonly (number | null)[];
}

/** As many as there are colours that can be told apart. */
export const SERIES_MAX = 8;

/** More than there are pixels; bars and lines of more say nothing. */
const POINTS_MAX = 20_000;

/** Reads what is to be drawn out of an answer's rows. */
export function chartPoints({ head, rows }: Answer, asked: ChartAsked): ChartPoints {
  const { kind, x, y, series } = asked;
  const type = head!.column_types[x]!;
  const isTime = isTemporal(type);
  // Bars stand beside each other in the order of the rows, as the query sorted them.
  const isNamed = kind === "bar" || !(isTime || isNumeric(type));
  const points = rows.slice(0, POINTS_MAX).map((row) => ({
    at: isNamed ? NaN : placeOf(row[x], isTime),
    label: labelOf(row[x], isTime),
    value: row[y] === null ? null : Number(row[y]),
    name: series === null ? head!.columns[y]! : cellText(row[series]) ?? "NULL",
  }));
  const drawn = isNamed ? points : points.filter(({ at }) => Number.isFinite(at));
  return series === null ? single(drawn, { isNamed, isTime }) : several(drawn, { isNamed, isTime });
}

interface Point {
  readonly at: number;
  readonly label: string;
  readonly value: number | null;
  readonly name: string;
}

interface Axis {
  readonly isNamed: boolean;
  readonly isTime: boolean;
}

/** Every row is a place of its own. */
function single(points: readonly Point[], { isNamed, isTime }: Axis): ChartPoints {
  const inOrder = isNamed ? points : points.toSorted((a, b) => a.at - b.at);
  return {
    labels: isNamed ? inOrder.map(({ label }) => label) : null,
    isTime: isTime && !isNamed,
    x: isNamed ? inOrder.map((_, i) => i) : apart(inOrder.map(({ at }) => at)),
    series: [{ name: points[0]?.name ?? "", values: inOrder.map(({ value }) => value) }],
    leftOutCount: 0,
  };
}

/** Of points at one place the library draws the first: they stand less than a pixel apart. */
function apart(places: readonly number[]): readonly number[] {
  const step = ((places.at(-1) ?? 0) - (places[0] ?? 0) || 1) * 1e-7;
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? -Infinity) + step));
  return moved;
}

/** Rows of one place stand together, one of each series. */
function several(points: readonly Point[], { isNamed, isTime }: Axis): ChartPoints {
  const names = [...new Set(points.map(({ name }) => name))];
  const shown = names.slice(0, SERIES_MAX);
  const kept = points.filter(({ name }) => shown.includes(name));
  const keys = [...new Set(kept.map(({ at, label }) => isNamed ? label : at))];
  const inOrder = isNamed ? keys : keys.toSorted((a, b) => Number(a) - Number(b));
  const places = new Map(inOrder.map((key, place) => [key, place]));
  const series = shown.map((name) => ({
    name,
    values: Array<number | null>(inOrder.length).fill(null),
  }));
  for (const { at, label, name, value } of kept) {
    series[shown.indexOf(name)]!.values[places.get(isNamed ? label : at)!] = value;
  }
  return {
    labels: isNamed ? inOrder.map(String) : null,
    isTime: isTime && !isNamed,
    x: inOrder.map((key, place) => isNamed ? place : Number(key)),
    series,
    leftOutCount: names.length - shown.length,
  };
}

/**
 * The column that tells rows of one place apart, if there are such rows and it can be told.
 *
 * @param across The column one looks along.
 */
export function likelySeries({ head, rows }: Answer, across: number): number | null {
  const places = rows.slice(0, POINTS_MAX).map((row) => String(row[across]));
  if (new Set(places).size === places.length) return null;
  const names = head!.column_types.findIndex((type, i) =>
    i !== across && !isNumeric(type) && !isTemporal(type)
  );
  return names < 0 ? null : names;
}

/** Seconds since 1970, or the number itself. */
function placeOf(value: unknown, isTime: boolean): number {
  if (value === null) return NaN;
  return isTime ? Date.parse(String(value)) / 1_000 : Number(value);
}

/** Midnight goes without saying. */
function labelOf(value: unknown, isTime: boolean): string {
  const text = cellText(value) ?? "NULL";
  return isTime ? text.replace(/[ T]00:00(:00(\.0+)?)?Z?$/, "") : text;
}

/** The smallest and largest value to be shown; bars begin at zero, or their lengths would lie. */
export function valueBounds(
  kind: ChartKind,
  low: number | null,
  high: number | null,
): [number, number] {
  if (low === null || high === null) return [0, 1];
  const [from, to] = kind === "bar" ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const room = (to - from) * 0.06 || Math.abs(to) * 0.1 || 1;
  const isFlush = kind === "bar";
  return [isFlush && from === 0 ? 0 : from - room, isFlush && to === 0 && from < 0 ? 0 : to + room];
}
