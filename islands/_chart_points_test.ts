import assert from "node:assert/strict";
import type { Answer } from "./_answer.ts";
import { chartPoints, likelySeries, SERIES_MAX, valueBounds } from "./_chart_points.ts";
import type { Row } from "./_read_answer.ts";

function answerOf(columns: Readonly<Record<string, string>>, rows: readonly Row[]): Answer {
  return {
    ...{ id: 1, sql: "", dialect: "redshift", kind: "rows", state: "complete" },
    head: {
      ...{ columns: Object.keys(columns), column_types: Object.values(columns) },
      ...{ translated_sql: "", notes: [] },
    },
    ...{ rows, rowCount: rows.length, isTruncated: false, startedAtMs: 0, elapsedMs: 0 },
    problem: null,
  };
}

const WEEKS = answerOf({ week: "DATE", channel: "VARCHAR", amount: "DECIMAL(10,2)" }, [
  ["2024-01-08", "web", "20.5"],
  ["2024-01-01", "web", "10"],
  ["2024-01-01", "shop", "5"],
]);

Deno.test("bars begin at zero, below it only where values are negative", () => {
  assert.deepEqual(valueBounds("bar", 1_110_000, 4_380_000), [0, 4_380_000 * 1.06]);
  assert.deepEqual(valueBounds("bar", -10, -5), [-10.6, 0]);
  assert.deepEqual(valueBounds("bar", -10, 10), [-11.2, 11.2]);
  assert.deepEqual(valueBounds("bar", 0, 0), [0, 1]);
  assert.deepEqual(valueBounds("bar", null, null), [0, 1]);
});

Deno.test("lines and points are shown where they are, and a flat one has room", () => {
  assert.deepEqual(valueBounds("line", 100, 200), [94, 206]);
  const [low, high] = valueBounds("line", 7, 7);
  assert.ok(low < 7 && high > 7);
});

Deno.test("a series column gives one line for each of its values, at the same places", () => {
  const { x, series, labels, isTime } = chartPoints(WEEKS, { kind: "line", x: 0, y: 2, series: 1 });
  assert.equal(isTime, true);
  assert.equal(labels, null);
  assert.deepEqual(x, [Date.UTC(2024, 0, 1) / 1_000, Date.UTC(2024, 0, 8) / 1_000]);
  assert.deepEqual(series, [
    { name: "web", values: [10, 20.5] },
    { name: "shop", values: [5, null] },
  ]);
});

Deno.test("bars of several series keep the order of the rows", () => {
  const { labels, series } = chartPoints(WEEKS, { kind: "bar", x: 0, y: 2, series: 1 });
  assert.deepEqual(labels, ["2024-01-08", "2024-01-01"]);
  assert.deepEqual(series.map(({ values }) => values), [[20.5, 10], [null, 5]]);
});

Deno.test("more series than there are colours are counted and left out", () => {
  const rows = Array.from({ length: SERIES_MAX + 3 }, (_, i): Row => ["a", `s${i}`, i]);
  const answer = answerOf({ x: "VARCHAR", name: "VARCHAR", y: "INTEGER" }, rows);
  const { series, leftOutCount } = chartPoints(answer, { kind: "bar", x: 0, y: 2, series: 1 });
  assert.equal(series.length, SERIES_MAX);
  assert.equal(leftOutCount, 3);
});

Deno.test("without a series every row is a bar of its own, midnight unsaid", () => {
  const answer = answerOf({ month: "TIMESTAMP", n: "BIGINT" }, [
    ["2024-02-01 00:00:00", 2],
    ["2024-01-01 12:30:00", null],
  ]);
  const { labels, x, series } = chartPoints(answer, { kind: "bar", x: 0, y: 1, series: null });
  assert.deepEqual(labels, ["2024-02-01", "2024-01-01 12:30:00"]);
  assert.deepEqual(x, [0, 1]);
  assert.deepEqual(series, [{ name: "n", values: [2, null] }]);
});

Deno.test("points of one place are all drawn, and names tell them apart where there are some", () => {
  const { x, series } = chartPoints(WEEKS, { kind: "scatter", x: 0, y: 2, series: null });
  assert.equal(new Set(x).size, 3);
  assert.ok(x[1]! - x[0]! < 1);
  assert.deepEqual(series[0]!.values, [10, 5, 20.5]);
  assert.equal(likelySeries(WEEKS, 0), 1);
  assert.equal(likelySeries({ ...WEEKS, rows: WEEKS.rows.slice(0, 2) }, 0), null);
});
