import type { Expression } from "./expression.ts";

type ColumnNode = Extract<Expression, { kind: "column" }>;

/**
 * Copies an expression with other columns in it.
 *
 * @param expression Any expression.
 * @param change What to put in the place of a column.
 * @returns The copy.
 */
export function mapColumns(
  expression: Expression,
  change: (column: ColumnNode) => Expression,
): Expression {
  const map = (inner: Expression) => mapColumns(inner, change);
  switch (expression.kind) {
    case "literal":
      return expression;
    case "column":
      return change(expression);
    case "arithmetic":
    case "compare":
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case "random":
      return { ...expression, low: map(expression.low), high: map(expression.high) };
    case "duration":
      return { ...expression, amount: map(expression.amount) };
    case "in":
      return {
        ...expression,
        operand: map(expression.operand),
        values: expression.values.map(map),
      };
    case "negate":
    case "not":
    case "like":
    case "regex":
    case "is_null":
      return { ...expression, operand: map(expression.operand) };
    case "concat":
    case "call":
    case "and":
    case "or":
      return { ...expression, operands: expression.operands.map(map) };
    case "case":
      return {
        ...expression,
        branches: expression.branches.map(({ when, then }) => ({
          when: map(when),
          then: map(then),
        })),
        otherwise: map(expression.otherwise),
      };
  }
}
