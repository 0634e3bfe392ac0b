import uPlot from "uplot";
import { formatCompact, formatNumber } from "../components/format.ts";
import { cellText, isNumeric, isTemporal } from "./_answer.ts";
import type { Answer } from "./_answer.ts";

export type ChartKind = "bar" | "line" | "scatter";

export interface ChartAsked {
  readonly kind: ChartKind;
  /** Places of columns. */
  readonly x: number;
  readonly y: number;
}

/** More than there are pixels; bars and lines of more say nothing. */
const POINTS_MAX = 20_000;
const HEIGHT_PX = 340;
/** Up to here two neighbours would be short for the same. */
const LONG_FROM = 10_000;

/**
 * Draws two columns of an answer into an element.
 *
 * @returns Takes the picture away.
 */
export function drawChart(host: HTMLElement, answer: Answer, asked: ChartAsked): () => void {
  const { labels, data, isTime } = pointsOf(answer, asked);
  const colours = coloursOf(host);
  const { columns } = answer.head!;
  const axis = {
    stroke: colours.ink,
    grid: { stroke: colours.line, width: 1 },
    ticks: { stroke: colours.line, width: 1 },
  };
  const named = {
    ...axis,
    values: (_: uPlot, splits: number[]) => splits.map((at) => labels?.[at] ?? ""),
  };
  const plot = new uPlot(
    {
      ...{ width: Math.max(280, host.clientWidth), height: HEIGHT_PX },
      scales: { x: { time: isTime, ...labels !== null && { range: rangeOf(data[0].length) } } },
      axes: [labels === null ? axis : { ...named, incrs: WHOLE }, { ...axis, values: compact }],
      series: [
        { label: columns[asked.x]!, value: told((at) => wordsOf(at, { labels, isTime })) },
        {
          ...{ label: columns[asked.y]!, value: told(formatNumber) },
          ...seriesOf(asked.kind, colours.chart),
        },
      ],
    },
    data,
    host,
  );
  const observer = new ResizeObserver(() =>
    plot.setSize({ width: Math.max(280, host.clientWidth), height: HEIGHT_PX })
  );
  observer.observe(host);
  return () => {
    observer.disconnect();
    plot.destroy();
  };
}

/** Words for the value under the pointer; none where there is no pointer. */
function told(words: (value: number) => string): uPlot.Series.Value {
  return (_, value) => value === null || value === undefined ? "" : words(value);
}

const MOMENT = uPlot.fmtDate("{YYYY}-{MM}-{DD} {HH}:{mm}");

function wordsOf(at: number, { labels, isTime }: Omit<Points, "data">): string {
  if (labels !== null) return labels[at] ?? "";
  return isTime ? MOMENT(new Date(at * 1_000)).replace(" 00:00", "") : formatNumber(at);
}

function compact(_: uPlot, splits: readonly number[]): string[] {
  const isLong = splits.some((value) => Math.abs(value) >= LONG_FROM);
  return splits.map((value) => isLong ? formatCompact(value) : formatNumber(value));
}

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

function rangeOf(count: number): () => [number, number] {
  return () => [-0.6, count - 0.4];
}

function seriesOf(kind: ChartKind, colour: string): uPlot.Series {
  if (kind === "bar") {
    return {
      stroke: colour,
      fill: colour,
      width: 0,
      paths: uPlot.paths.bars!({ size: [0.7, 60] }),
      points: { show: false },
    };
  }
  if (kind === "line") return { stroke: colour, width: 2, points: { show: false } };
  return { stroke: colour, paths: () => null, points: { show: true, size: 5, fill: colour } };
}

interface Points {
  /** Of the places of x, where x has no measure. */
  readonly labels: readonly string[] | null;
  readonly data: [number[], (number | null)[]];
  readonly isTime: boolean;
}

function pointsOf({ head, rows }: Answer, { kind, x, y }: ChartAsked): Points {
  const type = head!.column_types[x]!;
  const drawn = rows.slice(0, POINTS_MAX);
  const values = drawn.map((row) => row[y] === null ? null : Number(row[y]));
  const isTime = isTemporal(type);
  // Bars stand beside each other in the order of the rows, as the query sorted them.
  if (kind === "bar" || !(isTime || isNumeric(type))) {
    const labels = drawn.map((row) => shortened(cellText(row[x]) ?? "NULL"));
    return { labels, data: [values.map((_, i) => i), values], isTime: false };
  }
  const points = drawn
    .map((row, i) => ({ x: placeOf(row[x], isTime), y: values[i]! }))
    .filter((point) => Number.isFinite(point.x))
    .sort((a, b) => a.x - b.x);
  return { labels: null, data: [points.map((p) => p.x), points.map((p) => p.y)], isTime };
}

/** Seconds since 1970, or the number itself. */
function placeOf(value: unknown, isTime: boolean): number {
  if (value === null) return NaN;
  return isTime ? Date.parse(String(value)) / 1_000 : Number(value);
}

function shortened(text: string): string {
  return text.length > 14 ? `${text.slice(0, 13)}…` : text;
}

/** A canvas knows nothing of custom properties, so the browser is asked what they come to. */
function coloursOf(host: HTMLElement): { ink: string; line: string; chart: string } {
  const read = (name: string) => {
    const probe = host.appendChild(document.createElement("span"));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  return { ink: read("--ink-soft"), line: read("--line"), chart: read("--chart-1") };
}
