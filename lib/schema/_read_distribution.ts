import type { DistributionJson } from "./_json_shape.ts";
import type { Distribution, WeightedValue } from "./distribution.ts";
import type { LogicalKind } from "./logical_type.ts";

/**
 * Reads the distribution of a column.
 *
 * @param json Of the right shape.
 * @param kind What the column holds; decides what the fields of a `values` object mean.
 * @returns The distribution.
 */
export function readDistribution(json: DistributionJson, kind: LogicalKind): Distribution {
  switch (json.type) {
    case "uniform":
      return { kind: "uniform" };
    case "values":
      return { kind: "values", values: readValues(json.values, kind) };
    case "normal":
      return { kind: "normal", ...json.parameters };
    case "lognormal":
      return { kind: "lognormal", ...json.parameters };
    case "exponential":
      return { kind: "exponential", ...json.parameters };
    case "beta":
      return { kind: "beta", ...json.parameters };
    case "poisson":
      return { kind: "poisson", ...json.parameters };
    case "zipf":
      return { kind: "zipf", ...json.parameters };
  }
}

type ValuesJson = Extract<DistributionJson, { type: "values" }>["values"];

function readValues(json: ValuesJson, kind: LogicalKind): readonly WeightedValue[] {
  if (Array.isArray(json)) return json;
  return Object.entries(json).map(([text, weight]) => ({ value: readValue(text, kind), weight }));
}

/** JSON has text only on the left of a colon; validation refuses what stays text here. */
function readValue(text: string, kind: LogicalKind): WeightedValue["value"] {
  const numeric = kind === "integer" || kind === "decimal" || kind === "float";
  if (numeric && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
