import { type Column, parseExpression } from "../../../schema/mod.ts";
import { between, call, literal, type RuleSource } from "./rule_source.ts";

/** Share of rows with the value of DEFAULT where the schema names none. */
const DEFAULT_SHARE = 0.5;

/**
 * Lets some rows have the value that the database would fill in.
 *
 * @param column The column.
 * @returns Null when it has no DEFAULT, or one that is no plain value.
 */
export function defaultRule(column: Column): RuleSource | null {
  const { defaultExpression, defaultShare, distribution, identity, generator, pattern } = column;
  if (defaultExpression === undefined || identity !== undefined || defaultShare === 0) return null;
  const isAsked = defaultShare !== undefined;
  if (!isAsked && (generator !== undefined || pattern !== undefined)) return null;
  const value = plainValue(defaultExpression);
  if (value === null || (value === "" && !isAsked) || !isHeld(value, column)) return null;
  if (!isAsked && distribution !== undefined && distribution.kind !== "values") return null;
  const share = defaultShare ?? DEFAULT_SHARE;
  const draw = between(literal(0), literal(DRAW_MAX - 1));
  const when = {
    kind: "compare",
    operator: "<",
    left: draw,
    right: literal(share * DRAW_MAX),
  } as const;
  return {
    origin: isAsked ? "asked" : "default",
    expression: {
      kind: "case",
      branches: [{ when, then: literal(value) }],
      otherwise: call("generated"),
    },
    text: `${Math.round(share * 100)} % default ${defaultExpression}`,
    reason: "its DEFAULT says so",
  };
}

/** Whole numbers to draw from: a share of them has the default. */
const DRAW_MAX = 1_000_000;

function plainValue(text: string): string | number | boolean | null {
  const { expression } = parseExpression(text);
  return expression?.kind === "literal" ? expression.value : null;
}

/** The value must be one that the column could have anyway: in its range and its list. */
function isHeld(value: string | number | boolean, { type, range, distribution }: Column): boolean {
  const isNumber = type.kind === "integer" || type.kind === "decimal" || type.kind === "float";
  if (distribution?.kind === "values") {
    return distribution.values.some((each) => String(each.value) === String(value));
  }
  if (type.kind === "boolean") return typeof value === "boolean";
  if (type.kind === "string") return typeof value === "string";
  if (isNumber) {
    return typeof value === "number" && value >= (range?.min ?? -Infinity) &&
      value <= (range?.max ?? Infinity);
  }
  return false;
}
