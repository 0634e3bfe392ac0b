import type { LogicalType } from "../schema/mod.ts";
import { quoteText } from "./_quote_text.ts";
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
  const positive = `FILTER (${value} > 0 AND isfinite(${value}))`;
  const logarithm = `ln(CASE WHEN ${value} > 0 THEN ${value} END)`;
  return {
    aggregates: [
      `min(${value}) ${finite}`,
      `max(${value}) ${finite}`,
      `avg(${value}) ${finite}`,
      `stddev_pop(${value}) ${finite}`,
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

/** As ISO 8601 to the second, so that no zone or fraction is in the way. */
function momentQuestion(name: string, { kind }: LogicalType): DetailQuestion {
  const form = kind === "date" ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S";
  const utc = kind === "date" ? name : `${name}::TIMESTAMP`;
  const finite = `FILTER (isfinite(${name}))`;
  return {
    aggregates: ["min", "max"].map((pick) =>
      `strftime(${pick}(${utc}) ${finite}, ${quoteText(form)})`
    ),
    read: ([min, max]) =>
      typeof min === "string" && typeof max === "string" ? { moments: { min, max } } : {},
  };
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
