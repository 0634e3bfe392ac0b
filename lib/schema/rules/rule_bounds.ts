import { type Expression, partsOf } from "./expression.ts";

/** Between what the values of a rule lie, as expressions that draw nothing. */
export interface RuleBounds {
  readonly low: Expression;
  readonly high: Expression;
  /** Whether a NULL bound says that the value is NULL; else it says nothing of it. */
  readonly isWhole: boolean;
}

/**
 * Says between what the values of a rule lie. Where nothing is drawn, both bounds are the value.
 *
 * @param expression The rule of a column.
 * @returns Null when no such bounds can be written.
 */
export function ruleBounds(expression: Expression): RuleBounds | null {
  const pair = boundsOf(expression);
  if (pair === null) return null;
  return { low: pair[0], high: pair[1], isWhole: !partsOf(expression).some(isGenerated) };
}

type Pair = readonly [low: Expression, high: Expression];

const NOTHING: Expression = { kind: "literal", value: null };

function isGenerated(part: Expression): boolean {
  return part.kind === "call" && part.name === "generated";
}

/** Whether the value is the same whenever it is computed. */
function isFixed(expression: Expression): boolean {
  return !partsOf(expression).some((part) =>
    part.kind === "random" || isGenerated(part) ||
    (part.kind === "call" && part.name === "row_number")
  );
}

function boundsOf(expression: Expression): Pair | null {
  if (isFixed(expression)) return [expression, expression];
  switch (expression.kind) {
    case "random": {
      const [low, high] = [boundsOf(expression.low), boundsOf(expression.high)];
      // Where the upper bound is below the lower one, the lower one it is.
      return low && high && [low[0], call("greatest", [low[1], high[1]])];
    }
    case "duration": {
      const amount = boundsOf(expression.amount);
      return amount && both(amount, (each) => ({ ...expression, amount: each }));
    }
    case "negate": {
      const operand = boundsOf(expression.operand);
      return operand &&
        [{ kind: "negate", operand: operand[1] }, { kind: "negate", operand: operand[0] }];
    }
    case "arithmetic":
      return arithmeticBounds(expression);
    case "case":
      return caseBounds(expression);
    case "call":
      return callBounds(expression);
    default:
      return null;
  }
}

function both(pair: Pair, make: (each: Expression) => Expression): Pair {
  return [make(pair[0]), make(pair[1])];
}

function arithmeticBounds(expression: Extract<Expression, { kind: "arithmetic" }>): Pair | null {
  const { operator } = expression;
  const [left, right] = [boundsOf(expression.left), boundsOf(expression.right)];
  if (left === null || right === null) return null;
  const make = (one: Expression, other: Expression): Expression => ({
    ...expression,
    left: one,
    right: other,
  });
  if (operator === "+") return [make(left[0], right[0]), make(left[1], right[1])];
  if (operator === "-") return [make(left[0], right[1]), make(left[1], right[0])];
  const corners = left.flatMap((one) => right.map((other) => make(one, other)));
  return [call("least", corners), call("greatest", corners)];
}

function caseBounds(
  { branches, otherwise }: Extract<Expression, { kind: "case" }>,
): Pair | null {
  if (!branches.every(({ when }) => isFixed(when))) return null;
  const values = [...branches.map(({ then }) => then), otherwise].map(generatedOr);
  if (values.some((value) => value === null)) return null;
  const side = (at: 0 | 1): Expression => ({
    kind: "case",
    branches: branches.map(({ when }, i) => ({ when, then: values[i]![at] })),
    otherwise: values.at(-1)![at],
  });
  return [side(0), side(1)];
}

/** What a column holds by nature is not known of its rows, and so bounds nothing. */
function generatedOr(expression: Expression): Pair | null {
  return isGenerated(expression) ? [NOTHING, NOTHING] : boundsOf(expression);
}

function callBounds(expression: Extract<Expression, { kind: "call" }>): Pair | null {
  const { name, operands } = expression;
  switch (name) {
    case "coalesce": {
      // What stands before the generated value decides where it is there.
      const all = operands.map(generatedOr);
      return all.every((each) => each !== null)
        ? [call(name, all.map((each) => each[0])), call(name, all.map((each) => each[1]))]
        : null;
    }
    case "greatest":
    case "least":
    case "round":
    case "ceil":
    case "floor": {
      const all = operands.map(boundsOf);
      return all.every((each) => each !== null)
        ? [call(name, all.map((each) => each[0])), call(name, all.map((each) => each[1]))]
        : null;
    }
    default:
      return null;
  }
}

function call(
  name: Extract<Expression, { kind: "call" }>["name"],
  operands: readonly Expression[],
): Expression {
  return { kind: "call", name, operands, at: 0 };
}
