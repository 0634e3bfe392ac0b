import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Answer, isNumeric, isTemporal } from "./_answer.ts";
import { type ChartKind, likelySeries, SERIES_MAX } from "./_chart_points.ts";

const KINDS: readonly { readonly value: ChartKind; readonly text: string }[] = [
  { value: "bar", text: "Bars" },
  { value: "line", text: "Line" },
  { value: "scatter", text: "Scatter" },
];

/** Columns of an answer as a picture; the library that draws it is loaded by then. */
export function ResultChart({ answer }: { readonly answer: Answer }): JSX.Element {
  const { columns, column_types: types } = answer.head!;
  const numeric = columns.map((_, i) => i).filter((i) => isNumeric(types[i]!));
  const host = useRef<HTMLDivElement>(null);
  const across = likelyAcross(types);
  const kind = useSignal<ChartKind>(likelyKind(types[across]!));
  const x = useSignal(across);
  const y = useSignal(numeric.find((i) => i !== across) ?? numeric[0] ?? 0);
  const series = useSignal(likelySeries(answer, across));
  const leftOutCount = useSignal(0);
  const theme = useSignal(0);
  useEffect(() => followTheme(() => theme.value++), []);
  useEffect(() => {
    let erase: (() => void) | null = null;
    let isWanted = numeric.length > 0;
    const asked = { kind: kind.value, x: x.value, y: y.value, series: series.value };
    import("./_draw_chart.ts").then(({ drawChart }) => {
      if (!isWanted || host.current === null) return;
      const drawn = drawChart(host.current, answer, asked);
      erase = drawn.erase;
      leftOutCount.value = drawn.leftOutCount;
    });
    return () => {
      isWanted = false;
      erase?.();
    };
  }, [answer.id, answer.rowCount, kind.value, x.value, y.value, series.value, theme.value]);
  if (numeric.length === 0) {
    return <div class="empty">A chart needs a column of numbers, and this answer has none.</div>;
  }
  const names = columns.map((text, value) => ({ value, text }));
  return (
    <div class="stack-tight chart-side">
      <div class="row">
        <Choice
          label="Chart"
          value={kind.value}
          options={KINDS}
          onChange={(i) => kind.value = KINDS[i]!.value}
        />
        <Choice label="Across" value={x.value} options={names} onChange={(i) => x.value = i} />
        <Choice
          label="Up"
          value={y.value}
          options={numeric.map((i) => names[i]!)}
          onChange={(i) => y.value = numeric[i]!}
        />
        {columns.length > 2 && (
          <Choice
            label="Series"
            value={series.value ?? -1}
            options={[{ value: -1, text: "none" }, ...names]}
            onChange={(i) => series.value = i === 0 ? null : i - 1}
          />
        )}
      </div>
      <LeftOut count={leftOutCount.value} of={columns[series.value ?? 0]!} />
      <div
        class="chart"
        ref={host}
        role="img"
        aria-label={`${columns[y.value]} by ${columns[x.value]}, ${answer.rowCount} rows`}
      />
    </div>
  );
}

/** Values of the series' column for which there is no colour. */
function LeftOut({ count, of }: {
  readonly count: number;
  readonly of: string;
}): JSX.Element | null {
  if (count === 0) return null;
  return (
    <p class="soft small" role="status">
      {`Only the first ${SERIES_MAX} values of ${of} are drawn; ${count} more are left out.`}
    </p>
  );
}

/** A time or else a name is what one looks along. */
function likelyAcross(types: readonly string[]): number {
  const time = types.findIndex(isTemporal);
  const name = types.findIndex((type) => !isNumeric(type));
  return Math.max(0, time < 0 ? name : time);
}

function likelyKind(type: string): ChartKind {
  if (isTemporal(type)) return "line";
  return isNumeric(type) ? "scatter" : "bar";
}

interface ChoiceProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  /** Told the place of what was chosen. */
  readonly onChange: (place: number) => void;
}

function Choice<Value extends string | number>(
  { label, value, options, onChange }: ChoiceProps<Value>,
): JSX.Element {
  return (
    <span class="choice">
      <span class="soft small" aria-hidden="true">{label}</span>
      <select
        class="input input-small"
        aria-label={label}
        onChange={({ currentTarget }) => onChange(currentTarget.selectedIndex)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} key={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A picture has the colours of when it was drawn. */
function followTheme(onChange: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}
