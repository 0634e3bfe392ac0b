import type { Expression } from "../../../schema/mod.ts";
import type { Compiler } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";

import { DAY_UNITS, type Typed, typeInWords, type ValueType } from "./value_type.ts";

type Arithmetic = Extract<
  Expression,
  { kind: "negate" | "arithmetic" | "random" | "duration" }
>;

/** Above this, doubles skip whole numbers. */
const EXACT_MAX = 2 ** 53;

/**
 * Compiles what computes numbers, dates and spans of time.
 *
 * @throws RuleRefusal when the operands have no such operation.
 */
export function compileArithmetic(expression: Arithmetic, compiler: Compiler): Typed {
  switch (expression.kind) {
    case "negate": {
      const operand = compiler.compile(expression.operand);
      if (operand.type.kind !== "number" && operand.type.kind !== "duration") refuse("-", operand);
      const node = { kind: "unary", name: "negate", operand: operand.at } as const;
      return compiler.add(node, { ...operand, min: -operand.max, max: -operand.min });
    }
    case "arithmetic":
      return compileOperator(expression, compiler);
    case "random":
      return compileRandom(expression, compiler);
    case "duration":
      return compileDuration(expression, { compiler, isDay: false });
  }
}

type Operator = Extract<Expression, { kind: "arithmetic" }>;

function compileOperator(expression: Operator, compiler: Compiler): Typed {
  const { operator } = expression;
  const left = compiler.compile(expression.left);
  const isDay = left.type.kind === "date";
  const right = expression.right.kind === "duration"
    ? compileDuration(expression.right, { compiler, isDay })
    : compiler.compile(expression.right);
  const [one, other] = [left.type.kind, right.type.kind];
  if (one === "number" && other === "number") return compute(operator, [left, right], compiler);
  if (operator === "+" || operator === "-") {
    const moved = moveInTime(operator, [left, right], compiler);
    if (moved !== null) return moved;
  }
  const isNull = one === "null" || other === "null";
  if (isNull) return compiler.literal(null);
  throw new RuleRefusal(
    `'${operator}' has no meaning between ${typeInWords(left.type)} and ${typeInWords(right.type)}`,
  );
}

function compute(
  operator: Operator["operator"],
  [left, right]: readonly [Typed, Typed],
  compiler: Compiler,
): Typed {
  const scales = [scaleOf(left), scaleOf(right)];
  const [one, other] = scales;
  if (operator === "*" && one !== null && other !== null) {
    const exact = combine(operator, [left, right], {
      compiler,
      type: { kind: "number", scale: one! + other! },
    });
    if (Math.max(Math.abs(exact.min), Math.abs(exact.max)) < EXACT_MAX) return exact;
    return combine(operator, [real(left, compiler), real(right, compiler)], {
      compiler,
      type: REAL,
    });
  }
  if (operator === "*" || operator === "/") {
    return combine(operator, [real(left, compiler), real(right, compiler)], {
      compiler,
      type: REAL,
    });
  }
  const [from, to] = compiler.unified([left, right]);
  return combine(operator, [from!, to!], { compiler, type: from!.type });
}

const REAL: ValueType = { kind: "number", scale: null };

function scaleOf({ type }: Typed): number | null {
  return type.kind === "number" ? type.scale : null;
}

function real(typed: Typed, compiler: Compiler): Typed {
  return compiler.as(typed, REAL);
}

function combine(
  operator: Operator["operator"],
  [left, right]: readonly [Typed, Typed],
  { compiler, type }: { readonly compiler: Compiler; readonly type: ValueType },
): Typed {
  const mayDivideByZero = operator === "/" && right.min <= 0 && right.max >= 0;
  return compiler.add({ kind: "arithmetic", operator, left: left.at, right: right.at }, {
    type,
    ...boundsOf(operator, left, right),
    nullable: left.nullable || right.nullable || mayDivideByZero,
    bytesMax: 0,
  });
}

function boundsOf(
  operator: Operator["operator"],
  left: Typed,
  right: Typed,
): { readonly min: number; readonly max: number } {
  if (operator === "+") return { min: left.min + right.min, max: left.max + right.max };
  if (operator === "-") return { min: left.min - right.max, max: left.max - right.min };
  if (operator === "/" && right.min <= 0 && right.max >= 0) {
    return { min: -Infinity, max: Infinity };
  }
  const corners = [left.min, left.max].flatMap((one) =>
    [right.min, right.max].map((other) => operator === "*" ? one * other : one / other)
  );
  return { min: Math.min(...corners), max: Math.max(...corners) };
}

/** Dates and instants move by spans of time, dates by days as well; their differences are spans. */
function moveInTime(
  operator: "+" | "-",
  operands: readonly [Typed, Typed],
  compiler: Compiler,
): Typed | null {
  const [first, right] = operator === "+" && isMoment(operands[1])
    ? [operands[1], operands[0]]
    : operands;
  const left = isMoved(right) ? momentOf(first, compiler) : first;
  if (!isMoment(left)) {
    const bothSpans = left.type.kind === "duration" && right.type.kind === "duration";
    return bothSpans ? combine(operator, [left, right], { compiler, type: left.type }) : null;
  }
  if (left.type.kind === "date" && right.type.kind === "number" && right.type.scale === 0) {
    return combine(operator, [left, right], { compiler, type: left.type });
  }
  if (right.type.kind === "duration") return moveBySpan(operator, [left, right], compiler);
  if (operator === "-" && (isMoment(right) || typeof right.literal === "string")) {
    const [from, to] = compiler.unified([left, right]);
    const type: ValueType = from!.type.kind === "date"
      ? { kind: "number", scale: 0 }
      : { kind: "duration" };
    return combine(operator, [from!, to!], { compiler, type });
  }
  return null;
}

/** DATE '2024-01-31' moves as the day it says. */
function momentOf(typed: Typed, compiler: Compiler): Typed {
  const { literal } = typed;
  if (typed.type.kind !== "text" || typeof literal !== "string") return typed;
  const kind = /^\d{4}-\d{2}-\d{2}$/.test(literal) ? "date" : "instant";
  return compiler.as(typed, { kind });
}

function isMoved({ type }: Typed): boolean {
  return type.kind === "duration" || type.kind === "number";
}

function moveBySpan(
  operator: "+" | "-",
  [left, right]: readonly [Typed, Typed],
  compiler: Compiler,
): Typed {
  if (left.type.kind === "date" && right.literal === WHOLE_DAYS) {
    const days = compiler.scaled(right, { type: { kind: "number", scale: 0 }, divisor: DAY_UNITS });
    return combine(operator, [left, days], { compiler, type: left.type });
  }
  const instant = compiler.as(left, { kind: "instant" });
  return combine(operator, [instant, right], { compiler, type: { kind: "instant" } });
}

function isMoment({ type: { kind } }: Typed): boolean {
  return kind === "date" || kind === "instant";
}

/** Values that are drawn are whole where both bounds are written so, else of any fraction. */
function compileRandom(
  { low, high }: Extract<Expression, { kind: "random" }>,
  compiler: Compiler,
): Typed {
  const [from, to] = compiler.unified([compiler.compile(low), compiler.compile(high)]);
  const { type } = from!;
  if (type.kind === "text" || type.kind === "truth" || type.kind === "null") refuse("..", from!);
  if (from!.literal !== undefined && to!.literal !== undefined && from!.min > to!.max) {
    throw new RuleRefusal(`'${String(from!.literal)}..${String(to!.literal)}' runs backwards`);
  }
  const isFraction = type.kind === "number" &&
    [from!, to!].some(({ literal }) => typeof literal === "number" && !Number.isInteger(literal));
  if (!isFraction && !(type.kind === "number" && type.scale === null)) {
    return compiler.draw(from!, to!, { step: 1, type });
  }
  const bounds = [real(from!, compiler), real(to!, compiler)] as const;
  return compiler.draw(...bounds, { step: null, type: REAL });
}

const UNIT_MICROSECONDS = {
  milliseconds: 1000,
  seconds: 1_000_000,
  minutes: 60_000_000,
  hours: 3_600_000_000,
  days: DAY_UNITS,
  weeks: 7 * DAY_UNITS,
} as const;

/** Marks spans that are whole days when a date moves by them. */
const WHOLE_DAYS = "whole days";

/** A span that is drawn may be of any microsecond, unless it moves a date. */
function compileDuration(
  { amount, unit }: Extract<Expression, { kind: "duration" }>,
  { compiler, isDay }: { readonly compiler: Compiler; readonly isDay: boolean },
): Typed {
  const type: ValueType = { kind: "duration" };
  const factor = UNIT_MICROSECONDS[unit];
  if (amount.kind === "random" && !isDay) {
    const [low, high] = [amount.low, amount.high].map((bound) =>
      spanOf(compiler.compile(bound), { compiler, factor })
    );
    return compiler.draw(low!, high!, { step: 1, type });
  }
  const typed = compiler.compile(amount);
  const isWhole = scaleOf(typed) === 0 && factor % DAY_UNITS === 0;
  const span = spanOf(typed, { compiler, factor });
  return isWhole ? { ...span, literal: WHOLE_DAYS } : span;
}

function spanOf(
  typed: Typed,
  { compiler, factor }: { readonly compiler: Compiler; readonly factor: number },
): Typed {
  const type: ValueType = { kind: "duration" };
  if (scaleOf(typed) === 0) return compiler.scaled(typed, { type, factor });
  return compiler.scaled(real(typed, compiler), { type, factor, rounding: "nearest" });
}

function refuse(operator: string, { type }: Typed): never {
  throw new RuleRefusal(`'${operator}' has no meaning for ${typeInWords(type)}`);
}
