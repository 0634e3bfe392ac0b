import type { RandomKey } from "../random/random_key.ts";

/**
 * How the values of a rule are computed, as plain data: nodes that only name earlier ones, each a
 * column of values for the rows of a page. Numbers are doubles in units: hundredths for a scale of
 * 2, days for dates, microseconds for instants and spans of time, 0 and 1 for truths.
 */
export interface RulePlan {
  /** Whether the schema asks for it, a check or a DEFAULT does, or names say so. */
  readonly origin: "asked" | "check" | "default" | "inferred";
  /** As it was written or inferred, for people. */
  readonly text: string;
  /** Why it is there when nobody asked for it: `its name says …`. */
  readonly reason?: string;
  readonly nodes: readonly RuleNode[];
  /** The node whose values are the column's, in its units. */
  readonly result: number;
  /** Most bytes of a text; the few that grow in upper or lower case are cut. */
  readonly bytesMax?: number;
}

/** The functions that keep the unit of their operand. */
export type UnaryName = "negate" | "absolute" | "not";

/** Functions from text to text; `left` keeps `count` characters. */
export type TextFunction = "lower" | "upper" | "trim" | "slug" | "left";

/** How a number is written as text. */
export type TextForm = "number" | "date" | "instant" | "truth";

/** A number that a date tells; days of the week are 1 on Monday, weeks those of ISO 8601. */
export type DatePart =
  | "year"
  | "quarter"
  | "month"
  | "day"
  | "day_of_week"
  | "day_of_year"
  | "week";

/** An English word that a date tells. */
export type DateName = "month_name" | "day_name";

export type RuleNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "null"; readonly isText: boolean }
  /** A column of the row, or of the row that the foreign key of column `via` leads to. */
  | {
    readonly kind: "column";
    readonly table: string;
    readonly column: string;
    readonly via: string | null;
  }
  /** What the column would hold without its rule. */
  | { readonly kind: "generated" }
  | { readonly kind: "row_number" }
  /** `left * leftFactor + right * rightFactor`, and the same with the other operators. */
  | {
    readonly kind: "arithmetic";
    readonly operator: "+" | "-" | "*" | "/";
    readonly left: number;
    readonly right: number;
  }
  | { readonly kind: "unary"; readonly name: UnaryName; readonly operand: number }
  /** `operand * factor / divisor`, then rounded; half goes away from zero. */
  | {
    readonly kind: "rescale";
    readonly operand: number;
    readonly factor: number;
    readonly divisor: number;
    readonly rounding: "none" | "nearest" | "down" | "up";
  }
  | {
    readonly kind: "extreme";
    readonly name: "greatest" | "least";
    readonly operands: readonly number[];
  }
  | { readonly kind: "coalesce"; readonly operands: readonly number[] }
  /** From `low` to `high` in steps, both ends included; continuous where the step is null. */
  | {
    readonly kind: "random";
    readonly low: number;
    readonly high: number;
    readonly step: number | null;
    readonly key: RandomKey;
  }
  | {
    readonly kind: "compare";
    readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
    readonly left: number;
    readonly right: number;
  }
  | { readonly kind: "in"; readonly operand: number; readonly values: readonly number[] }
  | { readonly kind: "test"; readonly operand: number; readonly test: TextTest }
  | { readonly kind: "is_null"; readonly operand: number }
  | { readonly kind: "and" | "or"; readonly operands: readonly number[] }
  | {
    readonly kind: "case";
    readonly branches: readonly { readonly when: number; readonly then: number }[];
    readonly otherwise: number;
  }
  | { readonly kind: "concat"; readonly operands: readonly number[] }
  | {
    readonly kind: "map_text";
    readonly name: TextFunction;
    readonly operand: number;
    readonly count: number;
  }
  | { readonly kind: "length"; readonly operand: number }
  | { readonly kind: "date_part"; readonly part: DatePart; readonly operand: number }
  | { readonly kind: "date_name"; readonly name: DateName; readonly operand: number }
  | {
    readonly kind: "write";
    readonly operand: number;
    readonly form: TextForm;
    readonly scale: number | null;
  };

/** What a text is asked; truths may be turned round by `not`. */
export type TextTest =
  | { readonly kind: "in"; readonly texts: readonly string[] }
  | { readonly kind: "order"; readonly operator: "<" | "<=" | ">" | ">="; readonly text: string }
  /** A regular expression of JavaScript. */
  | { readonly kind: "regex"; readonly source: string; readonly ignoresCase: boolean };
