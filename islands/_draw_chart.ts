import uPlot from "uplot";
import { formatCompact, formatNumber } from "../components/format.ts";
import type { Answer } from "./_answer.ts";
import {
  type ChartAsked,
  type ChartKind,
  type ChartPoints,
  chartPoints,
  SERIES_MAX,
  valueBounds,
} from "./_chart_points.ts";

const HEIGHT_PX = 340;
/** Up to here two neighbours would be short for the same. */
const LONG_FROM = 10_000;

/** A picture of an answer. */
interface Drawn {
  /** How many values of the series' column had no room. */
  readonly leftOutCount: number;
  erase(): void;
}

/** Draws columns of an answer into an element. */
export function drawChart(host: HTMLElement, answer: Answer, asked: ChartAsked): Drawn {
  const points = chartPoints(answer, asked);
  const { labels, isTime, x, series } = points;
  const colours = coloursOf(host);
  const xName = answer.head!.columns[asked.x]!;
  const axis = {
    stroke: colours.ink,
    grid: { stroke: colours.line, width: 1 },
    ticks: { stroke: colours.line, width: 1 },
  };
  const plot = new uPlot(
    {
      ...{ width: widthOf(host), height: HEIGHT_PX },
      scales: {
        x: { time: isTime, ...labels !== null && { range: rangeOf(x.length) } },
        y: { range: (_, low, high) => valueBounds(asked.kind, low, high) },
      },
      axes: [
        labels === null ? axis : { ...axis, ...nameAxis(labels) },
        { ...axis, values: compact },
      ],
      series: [
        { label: xName, value: told((at) => wordsOf(at, points)) },
        ...series.map(({ name }, i) => ({
          ...{ label: name, value: told(formatNumber) },
          ...seriesOf(asked.kind, colours.series[i]!, { place: i, count: series.length }),
        })),
      ],
    },
    [[...x], ...series.map(({ values }) => [...values])],
    host,
  );
  host.classList.toggle("chart-of-series", asked.series !== null);
  const observer = new ResizeObserver(() =>
    plot.setSize({ width: widthOf(host), height: HEIGHT_PX })
  );
  observer.observe(host);
  return {
    leftOutCount: points.leftOutCount,
    erase() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

function widthOf(host: HTMLElement): number {
  return Math.max(280, host.clientWidth);
}

/** Words for the value under the pointer; none where there is no pointer. */
function told(words: (value: number) => string): uPlot.Series.Value {
  return (_, value) => value === null || value === undefined ? "" : words(value);
}

const MOMENT = uPlot.fmtDate("{YYYY}-{MM}-{DD} {HH}:{mm}");

function wordsOf(at: number, { labels, isTime }: ChartPoints): string {
  if (labels !== null) return labels[at] ?? "";
  return isTime ? MOMENT(new Date(at * 1_000)).replace(" 00:00", "") : formatNumber(at);
}

function compact(_: uPlot, splits: readonly number[]): string[] {
  const isLong = splits.some((value) => Math.abs(value) >= LONG_FROM);
  return splits.map((value) => isLong ? formatCompact(value) : formatNumber(value));
}

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
/** Room for a name that is turned: its line, and air. */
const TURNED_PX = 20;
const LETTER_PX = 6.8;
const LEVEL_SIZE_PX = 50;
const TURN_DEGREES = 45;

/** Names lie flat where there is room for all of them; else they are turned, or left out. */
function nameAxis(labels: readonly string[]): uPlot.Axis {
  const shown = labels.map(shortened);
  const longest = Math.max(0, ...shown.map((text) => text.length)) * LETTER_PX;
  const isFlat = (plot: uPlot) => (longest + 12) * labels.length <= plot.width - 70;
  return {
    incrs: WHOLE,
    space: TURNED_PX,
    values: (_, splits) => splits.map((at) => shown[at] ?? ""),
    rotate: (plot) => isFlat(plot) ? 0 : TURN_DEGREES,
    size: (plot) => isFlat(plot) ? LEVEL_SIZE_PX : Math.ceil(longest * Math.SQRT1_2) + 30,
  };
}

function rangeOf(count: number): () => [number, number] {
  return () => [-0.6, count - 0.4];
}

/** Which of the bars that share a place. */
interface BarPlace {
  readonly place: number;
  readonly count: number;
}

function seriesOf(kind: ChartKind, colour: string, place: BarPlace): uPlot.Series {
  if (kind === "bar") {
    return { stroke: colour, fill: colour, width: 0, paths: bars(place), points: { show: false } };
  }
  if (kind === "line") {
    return { stroke: colour, width: 2, points: { show: false }, spanGaps: place.count > 1 };
  }
  return { stroke: colour, paths: () => null, points: { show: true, size: 5, fill: colour } };
}

const BAR_SHARE = 0.7;
const BAR_MAX_PX = 60;

/** Bars from zero; those of several series stand beside each other. */
function bars({ place, count }: BarPlace): uPlot.Series.PathBuilder {
  return (plot, seriesIndex, from, to) => {
    const fill = new Path2D();
    const [places, values] = [plot.data[0], plot.data[seriesIndex]!];
    const step = plot.valToPos(1, "x", true) - plot.valToPos(0, "x", true);
    const wide = Math.min(step * BAR_SHARE / count, BAR_MAX_PX * devicePixelRatio);
    const zero = plot.valToPos(0, "y", true);
    for (let i = from; i <= to; i++) {
      const value = values[i];
      if (value === null || value === undefined) continue;
      const left = plot.valToPos(places[i]!, "x", true) + (place - count / 2) * wide;
      const end = plot.valToPos(value, "y", true);
      fill.rect(left, Math.min(zero, end), Math.max(1, wide), Math.abs(end - zero));
    }
    return { stroke: null, fill };
  };
}

function shortened(text: string): string {
  return text.length > 14 ? `${text.slice(0, 13)}…` : text;
}

interface Colours {
  readonly ink: string;
  readonly line: string;
  readonly series: readonly string[];
}

/** A canvas knows nothing of custom properties, so the browser is asked what they come to. */
function coloursOf(host: HTMLElement): Colours {
  const read = (name: string) => {
    const probe = host.appendChild(document.createElement("span"));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const series = Array.from({ length: SERIES_MAX }, (_, i) => read(`--chart-${i + 1}`));
  return { ink: read("--ink-soft"), line: read("--line"), series };
}
