import { type CompareOperator, type Expression, MIRRORED_OPERATOR } from "../../../schema/mod.ts";
import { likeSource } from "./like_source.ts";
import type { Compiler } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import { commonType } from "./unite.ts";
import type { RuleNode, TextTest } from "../../rules/rule_plan.ts";

import type { Typed } from "./value_type.ts";

type Condition = Extract<
  Expression,
  { kind: "compare" | "in" | "like" | "regex" | "is_null" | "and" | "or" | "not" }
>;

/** Compiles what is true, false or NULL. */
export function compileCondition(expression: Condition, compiler: Compiler): Typed {
  switch (expression.kind) {
    case "and":
    case "or": {
      const all = expression.operands.map((each) => compiler.condition(each));
      return truth({ kind: expression.kind, operands: all.map(({ at }) => at) }, all, compiler);
    }
    case "not":
      return not(compiler.condition(expression.operand), compiler);
    case "is_null": {
      const operand = compiler.compile(expression.operand);
      const node = { kind: "is_null", operand: placed(operand, compiler).at } as const;
      const is = compiler.add(node, { ...TRUTH, nullable: false });
      return expression.negated ? not(is, compiler) : is;
    }
    case "like":
    case "regex": {
      const { operand, pattern, ignoresCase, negated } = expression;
      const source = expression.kind === "like" ? likeSource(pattern) : pattern;
      const test: TextTest = { kind: "regex", source: checkedRegex(source), ignoresCase };
      const is = tested(compiler.compile(operand), test, compiler);
      return negated ? not(is, compiler) : is;
    }
    case "in":
      return compileIn(expression, compiler);
    case "compare":
      return compileCompare(expression, compiler);
  }
}

const TRUTH = { type: { kind: "truth" }, min: 0, max: 1, bytesMax: 0 } as const;

function truth(node: RuleNode, operands: readonly Typed[], compiler: Compiler): Typed {
  return compiler.add(node, { ...TRUTH, nullable: operands.some(({ nullable }) => nullable) });
}

function not(operand: Typed, compiler: Compiler): Typed {
  return truth({ kind: "unary", name: "not", operand: operand.at }, [operand], compiler);
}

/** NULL is a node only once its type is known. */
function placed(typed: Typed, compiler: Compiler): Typed {
  return typed.type.kind === "null" ? compiler.as(typed, { kind: "text" }) : typed;
}

function tested(operand: Typed, test: TextTest, compiler: Compiler): Typed {
  const text = compiler.as(operand, { kind: "text" });
  return truth({ kind: "test", operand: text.at, test }, [text], compiler);
}

function compileIn(
  { operand, values, negated }: Extract<Expression, { kind: "in" }>,
  compiler: Compiler,
): Typed {
  const typed = compiler.compile(operand);
  const literals = values.map((value) => compiler.compile(value));
  const fixed = literals.filter(({ literal }) => literal !== null && literal !== undefined);
  if (fixed.length < literals.length) throw new RuleRefusal("IN needs plain values");
  const is = typed.type.kind === "text"
    ? tested(typed, { kind: "in", texts: fixed.map(({ literal }) => String(literal)) }, compiler)
    : isOneOf(typed, fixed, compiler);
  return negated ? not(is, compiler) : is;
}

function isOneOf(typed: Typed, literals: readonly Typed[], compiler: Compiler): Typed {
  const [operand, ...values] = compiler.unified([typed, ...literals]);
  const node = { kind: "in", operand: operand!.at, values: values.map(({ min }) => min) } as const;
  return truth(node, [operand!], compiler);
}

function compileCompare(
  { operator, ...sides }: Extract<Expression, { kind: "compare" }>,
  compiler: Compiler,
): Typed {
  const left = compiler.compile(sides.left);
  const right = compiler.compile(sides.right);
  if (commonType([left, right]).kind !== "text") {
    const [one, other] = compiler.unified([left, right]);
    return truth(
      { kind: "compare", operator, left: one!.at, right: other!.at },
      [one!, other!],
      compiler,
    );
  }
  if (typeof right.literal === "string") {
    return compareText(left, { operator, text: right.literal }, compiler);
  }
  if (typeof left.literal === "string") {
    return compareText(
      right,
      { operator: MIRRORED_OPERATOR[operator], text: left.literal },
      compiler,
    );
  }
  if (operator !== "=" && operator !== "<>") {
    throw new RuleRefusal("texts of two columns are equal or not; they have no order here");
  }
  const [one, other] = compiler.unified([left, right]);
  const is = truth({ kind: "compare", operator: "=", left: one!.at, right: other!.at }, [
    one!,
    other!,
  ], compiler);
  return operator === "<>" ? not(is, compiler) : is;
}

function compareText(
  operand: Typed,
  { operator, text }: { readonly operator: CompareOperator; readonly text: string },
  compiler: Compiler,
): Typed {
  if (operator === "=" || operator === "<>") {
    const is = tested(operand, { kind: "in", texts: [text] }, compiler);
    return operator === "<>" ? not(is, compiler) : is;
  }
  return tested(operand, { kind: "order", operator, text }, compiler);
}

function checkedRegex(source: string): string {
  try {
    new RegExp(source, "u");
    return source;
  } catch {
    throw new RuleRefusal(`'${source}' is no regular expression`);
  }
}
