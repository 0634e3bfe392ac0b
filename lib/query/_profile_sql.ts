import type { LogicalType } from "../schema/mod.ts";
import { quoteText } from "./quote_text.ts";
import {
  type ColumnProfile,
  type NumberProfile,
  QUANTILE_SHARES,
  TEXT_FORMS,
  type TextForm,
  type TextProfile,
} from "./open_sample.ts";
import { quoteName } from "./quote_name.ts";
import type { JsonValue } from "./query_result.ts";

/** A column before it is described. */
export interface SampleColumn {
  readonly name: string;
  readonly engineType: string;
  readonly type: LogicalType;
}

/** What is asked of a column: aggregates in order, and what their answers mean. */
export interface ColumnQuestion {
  readonly aggregates: readonly string[];
  readonly read: (answers: readonly JsonValue[]) => ColumnProfile;
}

/** Plans the aggregates that describe a column. */
export function columnQuestion(column: SampleColumn): ColumnQuestion {
  const name = quoteName(column.name);
  // Nested values are told apart by their text.
  const plain = column.type.kind === "json" ? `${name}::VARCHAR` : name;
  const counts = [`count(${name})`, `approx_count_distinct(${plain})`];
  const detail = detailQuestion(column.type, name);
  return {
    aggregates: [...counts, ...detail.aggregates],
    read: ([valueCount, distinctCount, ...answers]) => ({
      ...column,
      valueCount: Number(valueCount),
      distinctCountEstimate: Math.min(Number(valueCount), Number(distinctCount)),
      ...Number(valueCount) > 0 && detail.read(answers),
    }),
  };
}

interface DetailQuestion {
  readonly aggregates: readonly string[];
  readonly read: (answers: readonly JsonValue[]) => Partial<ColumnProfile>;
}

function detailQuestion(type: LogicalType, name: string): DetailQuestion {
  switch (type.kind) {
    case "integer":
    case "decimal":
    case "float":
      return numberQuestion(name);
    case "date":
    case "timestamp":
      return momentQuestion(name, type);
    case "string":
      return textQuestion(name);
    case "binary":
      return {
        aggregates: [`max(octet_length(${name}))`],
        read: ([length]) => ({ type: { kind: "binary", maxLength: Math.max(1, Number(length)) } }),
      };
    default:
      return { aggregates: [], read: () => ({}) };
  }
}

function numberQuestion(name: string): DetailQuestion {
  const value = `${name}::DOUBLE`;
  const finite = `FILTER (isfinite(${value}))`;
  // The square of a larger number is none.
  const moderate = `FILTER (abs(${value}) <= 1e150)`;
  const positive = `FILTER (${value} > 0 AND isfinite(${value}))`;
  const logarithm = `ln(CASE WHEN ${value} > 0 THEN ${value} END)`;
  return {
    aggregates: [
      `min(${value}) ${finite}`,
      `max(${value}) ${finite}`,
      `avg(${value}) ${moderate}`,
      `stddev_pop(${value}) ${moderate}`,
      `avg(${logarithm}) ${positive}`,
      `stddev_pop(${logarithm}) ${positive}`,
      `approx_quantile(${value}, [${QUANTILE_SHARES.join(", ")}]) ${finite}`,
    ],
    read: (answers) => {
      const numbers = readNumbers(answers);
      return numbers === null ? {} : { numbers };
    },
  };
}

function readNumbers(
  [min, max, mean, stddev, logMean, logStddev, quantiles]: readonly JsonValue[],
): NumberProfile | null {
  if (typeof min !== "number" || !Array.isArray(quantiles)) return null;
  return {
    ...{ min, max: Number(max), mean: Number(mean), stddev: Number(stddev) },
    logarithms: min > 0 ? { mean: Number(logMean), stddev: Number(logStddev) } : null,
    quantiles: quantiles.map(Number),
  };
}

/** By milliseconds, which no zone or calendar changes on the way. */
function momentQuestion(name: string, { kind }: LogicalType): DetailQuestion {
  // Days reach further than instants do.
  const instant = kind === "date" ? `TRY_CAST(${name} AS TIMESTAMP)` : name;
  return {
    aggregates: ["min", "max"].map((pick) =>
      `${pick}(epoch_ms(${instant})) FILTER (isfinite(${instant}))`
    ),
    read: ([min, max]) => {
      const moments = { min: isoText(min, kind), max: isoText(max, kind) };
      return moments.min === null || moments.max === null
        ? {}
        : { moments: { min: moments.min, max: moments.max } };
    },
  };
}

/** ISO 8601 to the second; null for years that it has no four digits for. */
function isoText(milliseconds: JsonValue | undefined, kind: LogicalType["kind"]): string | null {
  if (typeof milliseconds !== "number" || Math.abs(milliseconds) > 8.64e15) return null;
  const text = new Date(milliseconds).toISOString();
  if (!/^\d{4}-/.test(text)) return null;
  return text.slice(0, kind === "date" ? "2024-01-31".length : "2024-01-31T08:00:00".length);
}

function textQuestion(name: string): DetailQuestion {
  const text = `${name}::VARCHAR`;
  const forms = Object.entries(TEXT_FORMS);
  return {
    aggregates: [
      ...["min", "max", "avg"].map((pick) => `${pick}(length(${text}))`),
      ...forms.map(([, form]) =>
        `count(*) FILTER (regexp_full_match(${text}, ${quoteText(form)}))`
      ),
    ],
    read: ([lengthMin, lengthMax, lengthMean, ...matches]) => ({
      texts: {
        ...{ lengthMin: Number(lengthMin), lengthMax: Number(lengthMax) },
        lengthMean: Number(lengthMean),
        matchCounts: matchCounts(forms.map(([form]) => form), matches),
      },
    }),
  };
}

function matchCounts(
  forms: readonly string[],
  counts: readonly JsonValue[],
): TextProfile["matchCounts"] {
  // Built from every form there is.
  return Object.fromEntries(forms.map((form, i) => [form, Number(counts[i])])) as Record<
    TextForm,
    number
  >;
}
