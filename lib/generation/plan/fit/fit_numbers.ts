import type { LogicalType } from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import type { WeightedNumber } from "../../sources/value_source.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { fitWords } from "./fit_words.ts";
import { weightedOrdinal } from "./weights.ts";

/**
 * Fits a few weighted numbers to a column: its units, or their text.
 *
 * @param values At least one.
 * @param request The column.
 */
export function fitNumbers(values: readonly WeightedNumber[], request: FitRequest): Fit {
  const { column: { type }, distinct, key } = request;
  const weights = values.map(({ weight }) => weight);
  if (type.kind === "string" || type.kind === "json") {
    const words = values.map(({ value }) => String(value));
    return fitWords({ kind: "words", name: `numbers ${words.join(" ")}`, words, weights }, request);
  }
  const units = [...new Set(values.map(({ value }) => toUnits(value, type)))];
  const domain: Domain = { kind: "list", units, divisor: 1 };
  if (distinct !== null) {
    return distinct > units.length
      ? { kind: "shortage", countMax: units.length }
      : { kind: "distinct", domain, count: units.length };
  }
  const unitWeights = units.map((unit) =>
    values.reduce((sum, { value, weight }) => toUnits(value, type) === unit ? sum + weight : sum, 0)
  );
  return { kind: "drawn", domain, ordinal: weightedOrdinal(unitWeights, key("value")) };
}

function toUnits(value: number, type: LogicalType): number {
  if (type.kind === "float") return value;
  return Math.round(type.kind === "decimal" ? value * 10 ** type.scale : value);
}
