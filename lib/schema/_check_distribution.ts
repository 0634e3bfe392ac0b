import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { isNumeric } from "./_is_numeric.ts";
import { parseMoment } from "./_parse_moment.ts";
import type { Distribution, WeightedValue } from "./distribution.ts";
import type { Column } from "./experiment_schema.ts";
import { SCHEMA_LIMITS } from "./limits.ts";
import type { LogicalType } from "./logical_type.ts";
import { renderType } from "./render_type.ts";

/**
 * Checks that a column can have its distribution.
 *
 * @param column A column with a distribution.
 * @param columnPath Its JSON path.
 * @returns What makes the distribution impossible.
 */
export function checkDistribution(column: Column, columnPath: string): Diagnostic[] {
  const distribution = column.distribution!;
  const path = `${columnPath}.distribution`;
  if (distribution.kind === "values") return checkValues(column.type, { distribution, path });
  const { kind } = distribution;
  if (!isNumeric(column.type)) {
    const reason = `the column is ${renderType(column.type)}, and '${kind}' makes numbers`;
    const advice = "Use the distribution 'values', or a numeric type";
    return [diagnostic("DISTRIBUTION_WRONG", { kind, reason, advice }, { path })];
  }
  return parameterFaults(distribution).map((parameter) =>
    diagnostic("DISTRIBUTION_WRONG", {
      kind,
      reason: `its ${parameter} is not a number above 0`,
      advice: `Give ${parameter} a number above 0`,
    }, { path: `${path}.parameters.${parameter}` })
  );
}

/** Parameters that spread or shape, and so must be above 0; `mean` and `mu` only shift. */
function parameterFaults(distribution: Distribution): string[] {
  const { kind: _, ...parameters } = distribution;
  return Object.entries(parameters)
    .filter(([name, value]) => name !== "mean" && name !== "mu" && !(value > 0))
    .map(([name]) => name);
}

interface ValuesOptions {
  readonly distribution: Extract<Distribution, { kind: "values" }>;
  readonly path: string;
}

function checkValues(type: LogicalType, { distribution, path }: ValuesOptions): Diagnostic[] {
  const { values } = distribution;
  const wrong = (reason: string, advice: string) =>
    diagnostic("DISTRIBUTION_WRONG", { kind: "values", reason, advice }, {
      path: `${path}.values`,
    });
  const { weightedValueCountMax } = SCHEMA_LIMITS;
  if (values.length === 0) return [wrong("it names no values", "Name at least one")];
  if (values.length > weightedValueCountMax) {
    const what = "The number of values";
    return [
      diagnostic("SCHEMA_LIMIT", { what, value: values.length, max: weightedValueCountMax }, {
        path: `${path}.values`,
      }),
    ];
  }
  if (!values.some(({ weight }) => weight > 0)) {
    return [wrong("no value has a weight above 0", "Give at least one value a weight above 0")];
  }
  const twice = firstTwice(values.map(({ value }) => value));
  const foreign = values.find(({ value }) => !canHold(type, value));
  return [
    ...(twice === undefined
      ? []
      : [wrong(`it names ${show(twice)} twice`, "Add up their weights")]),
    ...(foreign === undefined ? [] : [
      wrong(
        `${show(foreign.value)} is not a value of type ${renderType(type)}`,
        "Use values the column can hold",
      ),
    ]),
  ];
}

function firstTwice(values: readonly WeightedValue["value"][]): WeightedValue["value"] | undefined {
  const seen = new Set<WeightedValue["value"]>();
  return values.find((value) => seen.size === seen.add(value).size);
}

function canHold(type: LogicalType, value: WeightedValue["value"]): boolean {
  switch (type.kind) {
    case "integer":
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** (type.bits - 1);
    case "decimal":
      return typeof value === "number" && Math.abs(value) < 10 ** (type.precision - type.scale);
    case "float":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "date":
    case "timestamp":
      return typeof value === "string" && parseMoment(value) !== null;
    case "string":
      return typeof value === "string" && value.length <= (type.maxLength ?? Infinity);
    default:
      return typeof value === "string";
  }
}

function show(value: WeightedValue["value"]): string {
  return typeof value === "string" ? `'${value}'` : String(value);
}
