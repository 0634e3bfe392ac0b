import { EXTRACTED, KEEPING_TYPES, WHOLE_TYPES } from "./_rule_words.ts";
import { type Expression, type FunctionName, FUNCTIONS } from "./expression.ts";

/** What texts put one behind the other begin with. */
export function concatenated(left: Expression): readonly Expression[] {
  return left.kind === "concat" ? left.operands : [left];
}

export function isNumber(expression: Expression): boolean {
  return expression.kind === "literal" && typeof expression.value === "number";
}

export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

/** Whether a cast to a type leaves a value as it is; of an operand that is not known it does. */
export function keepsValue(operand: Expression | undefined, type: string): boolean {
  if (operand === undefined || operand.kind === "literal") return true;
  const isPart = operand.kind === "call" && DATE_PARTS.has(operand.name);
  return KEEPING_TYPES.has(type.toUpperCase()) || (isPart && WHOLE_TYPES.has(type.toUpperCase()));
}

const DATE_PARTS: ReadonlySet<FunctionName> = new Set(EXTRACTED.values());
