import type { Expression } from "../../../schema/mod.ts";
import type { RandomKey } from "../../random/random_key.ts";
import type { RuleNode } from "../../rules/rule_plan.ts";
import type { Typed, ValueType } from "./value_type.ts";

type ColumnNode = Extract<Expression, { kind: "column" }>;

/** What a compiler asks of its surroundings. */
export interface RuleScope {
  /** A column of the row or of a referenced row. */
  column(node: ColumnNode): Omit<Typed, "at"> & { readonly node: RuleNode };
  /** What the column would hold without its rule. */
  generated(): Omit<Typed, "at"> & { readonly node: RuleNode };
  /** The key of a stream of randomness. */
  key(purpose: string): RandomKey;
  readonly rowCount: number;
}

/** How a value is brought to another unit. */
export interface Scaling {
  readonly type: ValueType;
  readonly factor?: number;
  readonly divisor?: number;
  readonly rounding?: "none" | "nearest" | "down" | "up";
}

/** Turns expressions into nodes, and knows of each what it computes and how far it reaches. */
export interface Compiler {
  readonly scope: RuleScope;
  add(node: RuleNode, typed: Omit<Typed, "at">): Typed;
  compile(expression: Expression): Typed;
  /** A condition, as the operand of AND or WHEN. */
  condition(expression: Expression): Typed;
  literal(value: string | number | boolean | null): Typed;
  /** The same value in another type, as far as that is the same value. */
  as(typed: Typed, type: ValueType): Typed;
  /** Multiplies by a factor, divides by a divisor, and rounds as told. */
  scaled(typed: Typed, scaling: Scaling): Typed;
  /** Brings values of several branches to one type. */
  unified(all: readonly Typed[]): readonly Typed[];
  /** A number between two others, drawn anew in every row. */
  draw(
    low: Typed,
    high: Typed,
    options: { readonly step: number | null; readonly type: ValueType },
  ): Typed;
}
