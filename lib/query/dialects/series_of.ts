import { type Code, code, joined, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";

const MOMENTS: ReadonlySet<string | undefined> = new Set(["date", "timestamp", "timestamptz"]);

/** PostgreSQL's series of numbers or moments; of moments, a step may be a text. */
export function seriesOf(values: readonly Expression[]): Code {
  const ofMoments = values.slice(0, 2).some(({ holds }) => MOMENTS.has(holds));
  const zoned = values.slice(0, 2).every(({ holds }) => holds !== "timestamp");
  const written = values.map((value, i): Code => {
    if (value.literal?.kind !== "text") return trimmed(value.code);
    if (i === 2) return code`CAST(${trimmed(value.code)} AS INTERVAL)`;
    return ofMoments
      ? code`CAST(${trimmed(value.code)} AS ${zoned ? "TIMESTAMPTZ" : "TIMESTAMP"})`
      : trimmed(value.code);
  });
  // A series of dates is one of moments.
  const dates = values.slice(0, 2).map(({ holds }) => holds === "date");
  const bounds = written.slice(0, 2).map((each, i) =>
    dates[i] && values.length === 3 ? code`CAST(${each} AS TIMESTAMPTZ)` : each
  );
  return code`generate_series(${joined([...bounds, ...written.slice(2)], ", ")})`;
}
