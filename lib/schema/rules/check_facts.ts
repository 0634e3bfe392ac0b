import { type CompareOperator, type Expression, operandsOf, partsOf } from "./expression.ts";
import { MIRRORED_OPERATOR } from "./mirrored_operator.ts";

/** One thing that a condition says of the values of one column, and that values can be made by. */
export type CheckFact =
  | { readonly kind: "values"; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly kind: "except"; readonly column: string; readonly values: readonly Scalar[] }
  | {
    readonly kind: "bound";
    readonly column: string;
    readonly operator: Ordering;
    readonly value: string | number;
  }
  | {
    readonly kind: "length";
    readonly column: string;
    readonly operator: Ordering;
    readonly value: number;
  }
  /** The column stands so to what other columns of the row make. */
  | {
    readonly kind: "order";
    readonly column: string;
    readonly operator: Ordering;
    readonly expression: Expression;
  }
  | { readonly kind: "derived"; readonly column: string; readonly expression: Expression }
  | { readonly kind: "not_null"; readonly column: string }
  | {
    readonly kind: "like" | "regex";
    readonly column: string;
    readonly pattern: string;
    readonly ignoresCase: boolean;
  };

export type Ordering = "<" | "<=" | ">" | ">=";
type Scalar = string | number | boolean;

/** What a condition says, taken apart. */
export interface CheckFacts {
  readonly facts: readonly CheckFact[];
  /** The parts of it that do not guide how values are made. */
  readonly unused: readonly Expression[];
}

/**
 * Takes a condition apart into what it says of single columns.
 *
 * @param rule A condition that must not be false.
 * @returns Facts that must all hold, and the parts that are none.
 */
export function checkFacts(rule: Expression): CheckFacts {
  const facts: CheckFact[] = [];
  const unused: Expression[] = [];
  for (const part of conjuncts(rule)) {
    const found = factOf(part);
    if (found === null) unused.push(part);
    else facts.push(...found);
  }
  return { facts, unused };
}

/** The parts that must all hold; NOT is pushed inwards. */
function conjuncts(rule: Expression): readonly Expression[] {
  if (rule.kind === "and") return rule.operands.flatMap(conjuncts);
  if (rule.kind === "not") {
    const inverse = inverted(rule.operand);
    return inverse === null ? [rule] : conjuncts(inverse);
  }
  if (rule.kind !== "or") return [rule];
  const strict = withoutNullCase(rule);
  return strict.kind === "or" ? [strict] : conjuncts(strict);
}

function inverted(operand: Expression): Expression | null {
  switch (operand.kind) {
    case "not":
      return operand.operand;
    case "compare":
      return { ...operand, operator: INVERSE[operand.operator] };
    case "in":
    case "is_null":
    case "like":
    case "regex":
      return { ...operand, negated: !operand.negated };
    case "or":
      return {
        kind: "and",
        operands: operand.operands.map((each) => ({ kind: "not", operand: each })),
      };
    case "column":
      return {
        kind: "compare",
        operator: "=",
        left: operand,
        right: { kind: "literal", value: false },
      };
    default:
      return null;
  }
}

/** `x IS NULL OR x > 0` says of values what `x > 0` says: NULL does not fail a CHECK. */
function withoutNullCase(rule: Extract<Expression, { kind: "and" | "or" }>): Expression {
  const nullable = rule.operands.flatMap((each) =>
    each.kind === "is_null" && !each.negated && each.operand.kind === "column"
      ? [each.operand.name]
      : []
  );
  if (nullable.length === 0) return rule;
  const rest = rule.operands.filter((each) => each.kind !== "is_null" || each.negated);
  const first = rest[0];
  if (first === undefined || nullable.length + rest.length !== rule.operands.length) return rule;
  const named = new Set(rest.flatMap(columnsOf));
  if (!nullable.every((name) => named.has(name)) || !rest.every(isStrict)) return rule;
  return rest.length === 1 ? first : { kind: "or", operands: rest };
}

/** Whether NULL in any column makes it NULL, not true. */
function isStrict(expression: Expression): boolean {
  return partsOf(expression).every(({ kind, ...rest }) =>
    kind !== "case" && kind !== "is_null" && kind !== "or" &&
    !(kind === "call" && "name" in rest && LENIENT.has(rest.name))
  );
}

const LENIENT: ReadonlySet<string> = new Set(["coalesce", "greatest", "least"]);

function columnsOf(expression: Expression): readonly string[] {
  return partsOf(expression).flatMap((part) => part.kind === "column" ? [part.name] : []);
}

function factOf(part: Expression): readonly CheckFact[] | null {
  switch (part.kind) {
    case "column":
      return [{ kind: "values", column: part.name, values: [true] }];
    case "in":
      return listed(part);
    case "or":
      return alternatives(part.operands);
    case "is_null":
      if (!part.negated || part.operand.kind !== "column") return null;
      return [{ kind: "not_null", column: part.operand.name }];
    case "like":
    case "regex": {
      const { kind, operand, pattern, ignoresCase } = part;
      if (part.negated || operand.kind !== "column") return null;
      return [{ kind, column: operand.name, pattern, ignoresCase }];
    }
    case "compare":
      return compared(part);
    default:
      return null;
  }
}

function listed({ operand, values, negated }: Extract<Expression, { kind: "in" }>) {
  const scalars = values.map(scalarOf);
  if (operand.kind !== "column" || !scalars.every((value) => value !== null)) return null;
  const kind: "except" | "values" = negated ? "except" : "values";
  return [{ kind, column: operand.name, values: scalars }];
}

/** `x = 1 OR x IN (2, 3)` is a list as well. */
function alternatives(operands: readonly Expression[]): readonly CheckFact[] | null {
  const lists = operands.map((operand) => factOf(operand)?.[0]);
  const values: Scalar[] = [];
  for (const fact of lists) {
    if (fact?.kind !== "values" || fact.column !== lists[0]?.column) return null;
    values.push(...fact.values);
  }
  return [{ kind: "values", column: lists[0]!.column, values: [...new Set(values)] }];
}

function compared(
  { left, right, operator }: Extract<Expression, { kind: "compare" }>,
): readonly CheckFact[] | null {
  const value = scalarOf(right);
  if (value !== null) return comparedToValue(left, operator, value);
  const mirrored = scalarOf(left);
  if (mirrored !== null) return comparedToValue(right, MIRRORED_OPERATOR[operator], mirrored);
  if (left.kind === "column" && !columnsOf(right).includes(left.name)) {
    return related(left.name, operator, right);
  }
  if (right.kind === "column" && !columnsOf(left).includes(right.name)) {
    return related(right.name, MIRRORED_OPERATOR[operator], left);
  }
  return null;
}

function related(column: string, operator: CompareOperator, expression: Expression) {
  if (columnsOf(expression).length === 0 || !isRowValue(expression)) return null;
  if (operator === "=") return [{ kind: "derived" as const, column, expression }];
  return operator === "<>" ? null : [{ kind: "order" as const, column, operator, expression }];
}

/** A value, not a condition. */
function isRowValue(expression: Expression): boolean {
  return VALUES.has(expression.kind) && operandsOf(expression).every(isRowValue);
}

const VALUES: ReadonlySet<Expression["kind"]> = new Set([
  "literal",
  "column",
  "negate",
  "arithmetic",
  "concat",
  "call",
  "duration",
]);

function comparedToValue(
  operand: Expression,
  operator: CompareOperator,
  value: Scalar,
): readonly CheckFact[] | null {
  if (operand.kind === "call") return comparedCall(operand, operator, value);
  if (operand.kind !== "column") return null;
  const column = operand.name;
  if (operator === "=") return [{ kind: "values", column, values: [value] }];
  if (operator === "<>") {
    return value === ""
      ? [{ kind: "length", column, operator: ">=", value: 1 }]
      : [{ kind: "except", column, values: [value] }];
  }
  return typeof value === "boolean" ? null : [{ kind: "bound", column, operator, value }];
}

function comparedCall(
  { name, operands: [operand] }: Extract<Expression, { kind: "call" }>,
  operator: CompareOperator,
  value: Scalar,
): readonly CheckFact[] | null {
  if (operand?.kind !== "column") return null;
  const column = operand.name;
  if (name === "trim" && operator === "<>" && value === "") {
    return [{ kind: "length", column, operator: ">=", value: 1 }];
  }
  if (name !== "length" || typeof value !== "number") return null;
  const length = (each: Ordering): CheckFact => ({ kind: "length", column, operator: each, value });
  if (operator === "=") return [length(">="), length("<=")];
  return operator === "<>" ? null : [length(operator)];
}

/** The value that an expression has in every row: `10 + 5` is 15. */
function scalarOf(expression: Expression): Scalar | null {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind !== "arithmetic" || expression.operator === "/") return null;
  const [left, right] = [scalarOf(expression.left), scalarOf(expression.right)];
  if (typeof left !== "number" || typeof right !== "number") return null;
  const { operator } = expression;
  return operator === "+" ? left + right : operator === "-" ? left - right : left * right;
}

const INVERSE: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
