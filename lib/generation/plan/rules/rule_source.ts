import type { Expression } from "../../../schema/mod.ts";
import type { RulePlan } from "../../rules/rule_plan.ts";

/**
 * Where a rule is from. A rule that the schema asks for is refused when it cannot be; one that was
 * concluded is left out.
 */
export interface RuleSource {
  readonly origin: RulePlan["origin"];
  readonly expression: Expression;
  /** As people read it. */
  readonly text: string;
  /** Why, when nobody asked: `its name says …`. */
  readonly reason?: string;
  /** The check it is to meet. */
  readonly check?: string;
}

/** `left + right` and the like, for rules that are concluded. */
export function arithmetic(
  operator: "+" | "-" | "*",
  left: Expression,
  right: Expression,
): Expression {
  return { kind: "arithmetic", operator, left, right };
}

export function columnNamed(name: string, of?: string): Expression {
  return { kind: "column", name, at: 0, ...of !== undefined && { of } };
}

export function literal(value: string | number | boolean | null): Expression {
  return { kind: "literal", value };
}

export function call(
  name: Extract<Expression, { kind: "call" }>["name"],
  ...operands: readonly Expression[]
): Expression {
  return { kind: "call", name, operands, at: 0 };
}

export function between(low: Expression, high: Expression): Expression {
  return { kind: "random", low, high };
}

export function days(amount: Expression): Expression {
  return { kind: "duration", amount, unit: "days" };
}
