import type { Expression } from "../../../schema/mod.ts";
import { compileDateName, compileDatePart } from "./compile_date_part.ts";
import type { Compiler } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import { united } from "./unite.ts";
import type { RuleNode, TextFunction } from "../../rules/rule_plan.ts";

import { type Typed, typeInWords } from "./value_type.ts";

type Call = Extract<Expression, { kind: "call" }>;

/** Compiles functions, and texts put one behind the other. */
export function compileCall(
  expression: Call | Extract<Expression, { kind: "concat" }>,
  compiler: Compiler,
): Typed {
  if (expression.kind === "concat") return concat(expression.operands, compiler);
  const { name } = expression;
  switch (name) {
    case "generated": {
      const { node, ...typed } = compiler.scope.generated();
      return compiler.add(node, typed);
    }
    case "row_number":
      return compiler.add({ kind: "row_number" }, {
        type: { kind: "number", scale: 0 },
        ...{ min: 1, max: Math.max(1, compiler.scope.rowCount), nullable: false, bytesMax: 0 },
      });
    case "abs":
    case "ceil":
    case "floor":
    case "round":
      return numeric(expression, compiler);
    case "coalesce":
    case "greatest":
    case "least":
      return several(expression, compiler);
    case "length": {
      const text = textOf(compiler.compile(expression.operands[0]!), compiler);
      return compiler.add({ kind: "length", operand: text.at }, {
        type: { kind: "number", scale: 0 },
        ...{ min: 0, max: text.bytesMax, nullable: text.nullable, bytesMax: 0 },
      });
    }
    case "concat":
      return concat(expression.operands, compiler);
    case "year":
    case "quarter":
    case "month":
    case "day":
    case "day_of_week":
    case "day_of_year":
    case "week":
      return compileDatePart(name, expression.operands[0]!, compiler);
    case "month_name":
    case "day_name":
      return compileDateName(name, expression.operands[0]!, compiler);
    default:
      return mapText(expression, { name, compiler });
  }
}

function concat(operands: readonly Expression[], compiler: Compiler): Typed {
  const texts = operands.map((operand) => textOf(compiler.compile(operand), compiler));
  return compiler.add({ kind: "concat", operands: texts.map(({ at }) => at) }, {
    type: { kind: "text" },
    ...{ min: 0, max: 0, nullable: texts.some(({ nullable }) => nullable) },
    bytesMax: texts.reduce((sum, { bytesMax }) => sum + bytesMax, 0),
    isAscii: texts.every(isAscii),
  });
}

/** Anything as text: numbers with their digits, dates as ISO 8601. */
export function textOf(typed: Typed, compiler: Compiler): Typed {
  const { type } = typed;
  if (type.kind === "text" || type.kind === "null") return compiler.as(typed, { kind: "text" });
  if (type.kind === "duration") throw new RuleRefusal("a span of time has no text");
  const scale = type.kind === "number" ? type.scale : null;
  const node: RuleNode = { kind: "write", operand: typed.at, form: type.kind, scale };
  const bytesMax = type.kind === "number"
    ? numberBytes(typed, scale)
    : type.kind === "truth"
    ? "false".length
    : type.kind === "date"
    ? "2024-01-31".length
    : "2024-01-31 08:00:00".length;
  return compiler.add(node, {
    type: { kind: "text" },
    ...{ min: 0, max: 0, nullable: typed.nullable, bytesMax, isAscii: true },
  });
}

/** Doubles are written with up to 17 digits, a sign, a point and an exponent. */
function numberBytes({ min, max }: Typed, scale: number | null): number {
  if (scale === null) return 24;
  const digits = Math.max(String(Math.abs(min)).length, String(Math.abs(max)).length);
  const sign = min < 0 ? 1 : 0;
  return Math.max(digits, scale + 1) + sign + (scale === 0 ? 0 : 1);
}

function numeric({ name, operands }: Call, compiler: Compiler): Typed {
  const typed = compiler.compile(operands[0]!);
  if (typed.type.kind !== "number") refuse(name, typed);
  const { scale } = typed.type;
  if (name === "abs") {
    const reach = Math.max(Math.abs(typed.min), Math.abs(typed.max));
    const { literal: _, ...rest } = typed;
    const node = { kind: "unary", name: "absolute", operand: typed.at } as const;
    const min = typed.min > 0 ? typed.min : typed.max < 0 ? -typed.max : 0;
    return compiler.add(node, { ...rest, min, max: reach });
  }
  const digits = name === "round" && operands[1] !== undefined ? digitsOf(operands[1]) : 0;
  if (scale !== null && scale <= digits) return typed;
  const rounding = name === "round" ? "nearest" : name === "ceil" ? "up" : "down";
  const type = { kind: "number", scale: digits } as const;
  if (scale === null) return compiler.scaled(typed, { type, factor: 10 ** digits, rounding });
  return compiler.scaled(typed, { type, divisor: 10 ** (scale - digits), rounding });
}

function digitsOf(expression: Expression): number {
  const value = expression.kind === "literal" ? expression.value : null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 12) {
    return value;
  }
  throw new RuleRefusal("round takes a whole number of digits from 0 to 12");
}

function several({ name, operands }: Call, compiler: Compiler): Typed {
  const all = compiler.unified(operands.map((operand) => compiler.compile(operand)));
  const places = all.map(({ at }) => at);
  const nullable = all.every((each) => each.nullable);
  if (name === "coalesce") {
    return compiler.add({ kind: "coalesce", operands: places }, { ...united(all), nullable });
  }
  const { type } = all[0]!;
  if (type.kind === "text" || type.kind === "truth") refuse(name, all[0]!);
  const isGreatest = name === "greatest";
  const certain = all.filter((each) => !each.nullable);
  const extreme = isGreatest ? Math.max : Math.min;
  const bounds = united(all);
  return compiler.add(
    { kind: "extreme", name: isGreatest ? "greatest" : "least", operands: places },
    {
      ...bounds,
      nullable,
      // An operand that is always there holds the result on its side.
      min: isGreatest ? extreme(bounds.min, ...certain.map(({ min }) => min)) : bounds.min,
      max: isGreatest ? bounds.max : extreme(bounds.max, ...certain.map(({ max }) => max)),
    },
  );
}

function mapText(
  { operands }: Call,
  { name, compiler }: { readonly name: TextFunction; readonly compiler: Compiler },
): Typed {
  const text = textOf(compiler.compile(operands[0]!), compiler);
  const count = name === "left" ? countOf(operands[1]!) : 0;
  const { literal: _, ...rest } = text;
  return compiler.add({ kind: "map_text", name, operand: text.at, count }, {
    ...rest,
    // The long s and its like may grow by a byte; each of them has two.
    bytesMax: name === "left"
      ? Math.min(text.bytesMax, (isAscii(text) ? 1 : 4) * count)
      : name === "upper" || name === "lower"
      ? Math.ceil(text.bytesMax * 1.5)
      : text.bytesMax,
  });
}

function isAscii({ isAscii: isKnown = false, literal }: Typed): boolean {
  return isKnown || (typeof literal === "string" && /^[ -~]*$/.test(literal));
}

function countOf(expression: Expression): number {
  const value = expression.kind === "literal" ? expression.value : null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new RuleRefusal("left takes a whole number of characters");
}

function refuse(name: string, { type }: Typed): never {
  throw new RuleRefusal(`'${name}' has no meaning for ${typeInWords(type)}`);
}
