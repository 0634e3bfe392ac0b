import { renderType } from "../../../schema/mod.ts";
import { curveFunctions } from "../../distributions/mod.ts";
import type { Curve, Domain } from "../../domains/domain.ts";
import type { NumberSource } from "../../sources/value_source.ts";
import { countWeights } from "./count_weights.ts";
import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";
import { fitAsText } from "./fit_as_text.ts";
import { fitDistinctNumber } from "./fit_distinct_number.ts";
import { type Bounds, cutBounds, numberBounds } from "./number_bounds.ts";
import { weightedOrdinal } from "./weights.ts";

/**
 * Fits a range of numbers to a numeric column (or, as text, to any other).
 *
 * @param source The range the generator suggests; the column's own range goes first.
 * @param request The column.
 */
export function fitNumber(source: NumberSource, request: FitRequest): Fit {
  const { context, table, column } = request;
  const { kind } = column.type;
  if (kind !== "integer" && kind !== "decimal" && kind !== "float" && kind !== "interval") {
    return fitAsText(source, request);
  }
  const { min, max } = column.range ?? {};
  // One bound cuts what the column holds by nature; two say what it holds.
  const isCut = context.checks.ranged.has(column) && (min === undefined || max === undefined);
  const bounds = (isCut ? cutBounds(source, column) : null) ?? numberBounds(source, column);
  const scale = unitScale(source, request);
  if (Math.ceil(bounds.min * scale - 1e-6) > Math.floor(bounds.max * scale + 1e-6)) {
    const at = { table: table.name, column: column.name, type: renderType(column.type) };
    context.report("PLAN_RANGE_EMPTY", at, table, column.name);
    return { kind: "shortage", countMax: 0 };
  }
  if (request.distinct !== null) return fitDistinctNumber(bounds, { request, scale });
  return drawNumber(source, { bounds, scale, request });
}

/** Units in 1: decimals count in their scale, floats in the digits their source shows. */
function unitScale(source: NumberSource, { column: { type } }: FitRequest): number {
  if (type.kind === "decimal") return 10 ** type.scale;
  return type.kind === "float" ? 10 ** source.decimals : 1;
}

interface DrawOptions {
  readonly bounds: Bounds;
  readonly scale: number;
  readonly request: FitRequest;
}

function drawNumber(source: NumberSource, options: DrawOptions): Fit {
  const { column } = options.request;
  const { distribution, range } = column;
  if (distribution === undefined) {
    const keepsCurve = range === undefined || options.request.context.checks.ranged.has(column);
    return source.curve === undefined || !keepsCurve || isRare(source.curve, source, options)
      ? drawUniform(source.decimals, options)
      : drawCurve(source.curve, source.decimals, options);
  }
  switch (distribution.kind) {
    case "poisson":
    case "zipf":
      return drawCount(countWeights(distribution, options.bounds), options);
    case "uniform":
    case "values":
      return drawUniform(source.decimals, options);
    default:
      return drawCurve(distribution, source.decimals, options);
  }
}

/** Share of a curve's values below which a cut would leave its far end alone. */
const SHARE_MIN = 0.05;

function isRare(curve: Curve, source: NumberSource, { bounds }: DrawOptions): boolean {
  const min = Math.min(source.min, bounds.min);
  const max = Math.max(source.max, bounds.max);
  const { cumulative } = curveFunctions(curve, min, max);
  return cumulative(bounds.max) - cumulative(bounds.min) < SHARE_MIN;
}

/** Whole numbers from `low` up, each with its weight. */
function drawCount(weights: readonly number[], { bounds, scale, request }: DrawOptions): Fit {
  const start = Math.ceil(bounds.min) * scale;
  const divisor = divisorOf(request, scale);
  return {
    kind: "drawn",
    domain: { kind: "affine", start, step: scale, count: weights.length, divisor },
    ordinal: weightedOrdinal(weights, request.key("value")),
  };
}

function drawUniform(decimals: number, { bounds, scale, request }: DrawOptions): Fit {
  const finest = finestStep(decimals, request);
  const start = Math.ceil((bounds.min * scale) / finest - 1e-6) * finest;
  const end = bounds.max * scale + 1e-6;
  let step = finest;
  while ((end - start) / step >= 2 ** 53) step *= 10;
  const count = Math.max(1, Math.floor((end - start) / step) + 1);
  const divisor = divisorOf(request, scale);
  const key = request.key("value");
  if (count > ORDINALS_MAX) {
    const domain: Domain = { kind: "wide", start, step, count, divisor, key };
    return { kind: "drawn", domain, ordinal: { kind: "row" } };
  }
  return {
    kind: "drawn",
    domain: { kind: "affine", start, step, count, divisor },
    ordinal: { kind: "hashed", count, key },
  };
}

/** A float with a distribution of its own keeps every digit; everything else is rounded. */
function drawCurve(curve: Curve, decimals: number, { bounds, scale, request }: DrawOptions): Fit {
  const { context, table, column } = request;
  const { cumulative } = curveFunctions(curve, bounds.min, bounds.max);
  if (cumulative(bounds.max) - cumulative(bounds.min) < 1e-9) {
    const at = { table: table.name, column: column.name, distribution: curve.kind };
    context.report("PLAN_DISTRIBUTION_OUTSIDE", at, table, column.name);
  }
  const asked = column.distribution !== undefined;
  const continuous = column.type.kind === "float" && asked;
  const step = asked ? 1 : finestStep(decimals, request);
  const domain: Domain = {
    kind: "quantile",
    curve,
    low: bounds.min,
    high: bounds.max,
    scale: continuous ? null : scale / step,
    step: continuous ? 1 : step,
    divisor: continuous ? 1 : divisorOf(request, scale),
    key: request.key("value"),
  };
  return { kind: "drawn", domain, ordinal: { kind: "row" } };
}

/** Units between values: quantities are whole even where their column has room for cents. */
function finestStep(decimals: number, { column: { type } }: FitRequest): number {
  return type.kind === "decimal" ? 10 ** Math.max(0, type.scale - decimals) : 1;
}

function divisorOf({ column }: FitRequest, scale: number): number {
  return column.type.kind === "float" ? scale : 1;
}
