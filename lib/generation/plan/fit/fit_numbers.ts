import { type LogicalType, renderType } from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import type { WeightedNumber } from "../../sources/value_source.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { fitWords } from "./fit_words.ts";
import { typeBounds } from "./number_bounds.ts";
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
  const { min, max } = typeBounds(type);
  const held = values.filter(({ value }) => value >= min && value <= max);
  if (held.length === 0) return reportNoValue(request);
  const units = [...new Set(held.map(({ value }) => toUnits(value, type)))];
  const domain: Domain = { kind: "list", units, divisor: 1 };
  if (distinct !== null) {
    return distinct > units.length
      ? { kind: "shortage", countMax: units.length }
      : { kind: "distinct", domain, count: units.length };
  }
  const unitWeights = units.map((unit) =>
    held.reduce((sum, { value, weight }) => toUnits(value, type) === unit ? sum + weight : sum, 0)
  );
  return { kind: "drawn", domain, ordinal: weightedOrdinal(unitWeights, key("value")) };
}

function reportNoValue({ context, table, column }: FitRequest): Fit {
  const at = { table: table.name, column: column.name, type: renderType(column.type) };
  context.report("PLAN_RANGE_EMPTY", at, table, column.name);
  return { kind: "shortage", countMax: 0 };
}

function toUnits(value: number, type: LogicalType): number {
  if (type.kind === "float") return value;
  return Math.round(type.kind === "decimal" ? value * 10 ** type.scale : value);
}
