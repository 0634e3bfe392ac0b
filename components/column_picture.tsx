import type { JSX } from "preact";
import type { PictureJson } from "../lib/web/mod.ts";
import { formatNumber, formatShare } from "./format.ts";

export type ColumnPictureJson = PictureJson["columns"][number];

interface ColumnPictureProps {
  readonly column: ColumnPictureJson;
  readonly type: string;
  readonly rowCount: number;
  /** Whether distinct values were counted. */
  readonly isExact: boolean;
}

/** How the values of one column spread. */
export function ColumnPicture(
  { column, type, rowCount, isExact }: ColumnPictureProps,
): JSX.Element {
  const { name, null_count: nulls, distinct_count: distinct, min, max } = column;
  return (
    <li class="picture">
      <div class="picture-head">
        <h3>{name}</h3>
        <span class="soft tiny mono">{type}</span>
      </div>
      <Shape column={column} presentCount={rowCount - nulls} />
      <p class="picture-facts">
        <span title={`${formatNumber(nulls)} rows`}>{`${formatShare(nulls, rowCount)} NULL`}</span>
        <span title={isExact ? undefined : "An estimate, within a few percent"}>
          {`${isExact ? "" : "≈ "}${formatNumber(distinct)} distinct`}
        </span>
        {column.shape.kind !== "histogram" && min !== null && max !== null && (
          <span class="ends" title={`${min} to ${max}`}>{`${min} to ${max}`}</span>
        )}
      </p>
    </li>
  );
}

interface ShapeProps {
  readonly column: ColumnPictureJson;
  readonly presentCount: number;
}

function Shape({ column: { name, shape, min, max }, presentCount }: ShapeProps): JSX.Element {
  switch (shape.kind) {
    case "none":
      return <p class="soft small">{presentCount === 0 ? "Every value is NULL." : "No picture."}
      </p>;
    case "top":
      return <TopValues shape={shape} presentCount={presentCount} />;
    case "histogram": {
      const isLength = shape.of === "lengths";
      const [low, high] = isLength ? [shape.low, shape.high] : endTexts(min ?? "", max ?? "");
      if (isLength && low === high) {
        return <p class="soft small">{`Every value has ${low} characters.`}</p>;
      }
      return (
        <div class="stack-tight">
          {isLength && <p class="tiny soft">Length in characters</p>}
          <Histogram
            label={`Histogram of ${name}, from ${low} to ${high}`}
            steps={shape.counts.map((count, i) => ({
              count,
              title: stepTitle(count, i, shape.counts.length),
            }))}
          />
          <p class="axis-ends">
            <span title={low}>{low}</span>
            <span title={high}>{high}</span>
          </p>
        </div>
      );
    }
  }
}

/** Numbers grouped; moments as days where they are days apart. */
function endTexts(low: string, high: string): readonly [string, string] {
  if (/^-?\d{4,}$/.test(low) || /^-?\d{4,}$/.test(high)) {
    return [BigInt(low).toLocaleString("en"), BigInt(high).toLocaleString("en")];
  }
  const isMoment = /^\d{4}-\d\d-\d\d[ T]/.test(low) && /^\d{4}-\d\d-\d\d[ T]/.test(high);
  if (isMoment && low.slice(0, 10) !== high.slice(0, 10)) {
    return [low.slice(0, 10), high.slice(0, 10)];
  }
  return [low, high];
}

function stepTitle(count: number, step: number, stepCount: number): string {
  return `${formatNumber(count)} rows in step ${step + 1} of ${stepCount}`;
}

interface HistogramProps {
  readonly label: string;
  readonly steps: readonly { readonly count: number; readonly title: string }[];
}

const STEP_WIDTH = 10;
const HEIGHT = 60;

/** Bars of equal steps. */
export function Histogram({ label, steps }: HistogramProps): JSX.Element {
  const countMax = Math.max(1, ...steps.map(({ count }) => count));
  const width = Math.max(1, steps.length) * STEP_WIDTH;
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {steps.map(({ count, title }, i) => {
        // What is there is seen, however little it is.
        const height = count === 0 ? 0 : Math.max(1, count / countMax * HEIGHT);
        return (
          <rect
            x={i * STEP_WIDTH + 0.75}
            y={HEIGHT - height}
            width={STEP_WIDTH - 1.5}
            height={height}
            key={i}
          >
            <title>{title}</title>
          </rect>
        );
      })}
      <line class="axis" x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}

type TopShape = Extract<ColumnPictureJson["shape"], { kind: "top" }>;

function TopValues({ shape, presentCount }: {
  readonly shape: TopShape;
  readonly presentCount: number;
}): JSX.Element {
  const countMax = Math.max(1, shape.other_count, ...shape.values.map(({ count }) => count));
  const bars = [
    ...shape.values.map(({ text, count }) => ({ text: text === "" ? "(empty)" : text, count })),
    ...shape.other_count > 0 ? [{ text: null, count: shape.other_count }] : [],
  ];
  return (
    <ul class="bars">
      {bars.map(({ text, count }) => (
        <li key={text}>
          <span class={text === null ? "text soft" : "text"} title={text ?? "All other values"}>
            {text ?? "others"}
          </span>
          <span class="count" title={`${formatNumber(count)} rows`}>
            {formatShare(count, presentCount)}
          </span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width={100} height={6} rx={2} />
            <rect
              class={text === null ? "bar-other" : "bar"}
              width={Math.max(0.5, count / countMax * 100)}
              height={6}
              rx={2}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
