/**
 * What a rule or a CHECK says, as data: the part of SQL that can be evaluated for a row. Conditions
 * are expressions that are true, false or NULL. `at` is an offset in the text it was read from.
 */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** A column of the row, or, with `of`, of the row that a foreign key leads to. */
  | {
    readonly kind: "column";
    readonly name: string;
    /** The referenced table, or a column of the foreign key that leads there. */
    readonly of?: string;
    readonly at: number;
  }
  | { readonly kind: "negate"; readonly operand: Expression }
  | {
    readonly kind: "arithmetic";
    readonly operator: ArithmeticOperator;
    readonly left: Expression;
    readonly right: Expression;
  }
  | { readonly kind: "concat"; readonly operands: readonly Expression[] }
  | {
    readonly kind: "call";
    readonly name: FunctionName;
    readonly operands: readonly Expression[];
    readonly at: number;
  }
  /** A value between both bounds, another one in every row. */
  | { readonly kind: "random"; readonly low: Expression; readonly high: Expression }
  /** A span of time, `30 days`. */
  | { readonly kind: "duration"; readonly amount: Expression; readonly unit: DurationUnit }
  | {
    readonly kind: "compare";
    readonly operator: CompareOperator;
    readonly left: Expression;
    readonly right: Expression;
  }
  | {
    readonly kind: "in";
    readonly operand: Expression;
    readonly values: readonly Expression[];
    readonly negated: boolean;
  }
  /** `like` has `%` and `_`, `regex` is a regular expression that may match anywhere. */
  | {
    readonly kind: "like" | "regex";
    readonly operand: Expression;
    readonly pattern: string;
    readonly ignoresCase: boolean;
    readonly negated: boolean;
  }
  | { readonly kind: "is_null"; readonly operand: Expression; readonly negated: boolean }
  | { readonly kind: "and" | "or"; readonly operands: readonly Expression[] }
  | { readonly kind: "not"; readonly operand: Expression }
  | {
    readonly kind: "case";
    readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
    readonly otherwise: Expression;
  };

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type CompareOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type DurationUnit = "milliseconds" | "seconds" | "minutes" | "hours" | "days" | "weeks";

/** Every function, with the least and the largest number of its operands. */
export const FUNCTIONS = {
  abs: [1, 1],
  ceil: [1, 1],
  coalesce: [1, 16],
  concat: [1, 16],
  day: [1, 1],
  day_name: [1, 1],
  day_of_week: [1, 1],
  day_of_year: [1, 1],
  floor: [1, 1],
  generated: [0, 0],
  greatest: [1, 16],
  least: [1, 16],
  left: [2, 2],
  length: [1, 1],
  lower: [1, 1],
  month: [1, 1],
  month_name: [1, 1],
  quarter: [1, 1],
  round: [1, 2],
  row_number: [0, 0],
  slug: [1, 1],
  trim: [1, 1],
  upper: [1, 1],
  week: [1, 1],
  year: [1, 1],
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

/**
 * Lists what an expression is made of, itself included.
 *
 * @param expression Any expression.
 * @returns Every part, from the left.
 */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...operandsOf(expression).flatMap(partsOf)];
}

/** The operands of an expression, from the left. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "column":
      return [];
    case "arithmetic":
    case "compare":
      return [expression.left, expression.right];
    case "random":
      return [expression.low, expression.high];
    case "duration":
      return [expression.amount];
    case "in":
      return [expression.operand, ...expression.values];
    case "negate":
    case "not":
    case "like":
    case "regex":
    case "is_null":
      return [expression.operand];
    case "concat":
    case "call":
    case "and":
    case "or":
      return expression.operands;
    case "case":
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        expression.otherwise,
      ];
  }
}
