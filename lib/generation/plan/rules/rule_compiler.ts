import type { Expression } from "../../../schema/mod.ts";
import type { RuleNode } from "../../rules/rule_plan.ts";
import { byteLength } from "../fit/byte_limit.ts";
import { compileCall } from "./compile_call.ts";
import { compileCondition } from "./compile_condition.ts";
import { compileArithmetic } from "./compile_arithmetic.ts";
import type { Compiler, RuleScope, Scaling } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import { commonType, united } from "./unite.ts";
import { DAY_UNITS, type Typed, typeInWords, type ValueType } from "./value_type.ts";

/** Turns an expression into nodes, and knows of each what it computes and how far it reaches. */
export class RuleCompiler implements Compiler {
  readonly nodes: RuleNode[] = [];
  readonly scope: RuleScope;
  #drawCount = 0;

  constructor(scope: RuleScope) {
    this.scope = scope;
  }

  add(node: RuleNode, typed: Omit<Typed, "at">): Typed {
    this.nodes.push(node);
    return { ...typed, at: this.nodes.length - 1 };
  }

  compile(expression: Expression): Typed {
    switch (expression.kind) {
      case "literal":
        return this.literal(expression.value);
      case "column": {
        const { node, ...typed } = this.scope.column(expression);
        return this.add(node, typed);
      }
      case "call":
      case "concat":
        return compileCall(expression, this);
      case "negate":
      case "arithmetic":
      case "random":
      case "duration":
        return compileArithmetic(expression, this);
      case "case":
        return this.#case(expression);
      default:
        return compileCondition(expression, this);
    }
  }

  /** A condition, as the operand of AND or WHEN. */
  condition(expression: Expression): Typed {
    const typed = this.compile(expression);
    if (typed.type.kind !== "truth" && typed.type.kind !== "null") {
      throw new RuleRefusal(`${typeInWords(typed.type)} stands where a condition is expected`);
    }
    return typed.type.kind === "null" ? this.as(typed, { kind: "truth" }) : typed;
  }

  literal(value: string | number | boolean | null): Typed {
    const known = { nullable: false, literal: value, bytesMax: 0 };
    if (typeof value === "number") {
      const scale = decimalsOf(value);
      const units = scale === null ? value : Math.round(value * 10 ** scale);
      const type: ValueType = { kind: "number", scale };
      return this.add({ kind: "number", value: units }, { type, min: units, max: units, ...known });
    }
    if (typeof value === "boolean") {
      const units = value ? 1 : 0;
      const bounds = { min: units, max: units };
      return this.add({ kind: "number", value: units }, {
        type: { kind: "truth" },
        ...bounds,
        ...known,
      });
    }
    if (value === null) {
      return {
        ...known,
        at: -1,
        type: { kind: "null" },
        min: Infinity,
        max: -Infinity,
        nullable: true,
      };
    }
    const bytesMax = byteLength(value);
    return this.add({ kind: "text", value }, { ...TEXT, ...known, bytesMax });
  }

  /** The same value in another type, as far as that is the same value. */
  as(typed: Typed, type: ValueType): Typed {
    const { kind } = typed.type;
    if (kind === "null") {
      const node = { kind: "null" as const, isText: type.kind === "text" };
      return this.add(node, { ...typed, type });
    }
    if (kind === "number" && type.kind === "number") return this.#rescaled(typed, type.scale);
    if (kind === type.kind) return typed;
    if (kind === "text" && typeof typed.literal === "string") {
      const moment = momentOf(typed.literal, type);
      if (moment !== null) return this.#number(moment, type);
    }
    if (kind === "date" && type.kind === "instant") {
      return this.scaled(typed, { type, factor: DAY_UNITS });
    }
    throw new RuleRefusal(
      `${typeInWords(typed.type)} stands where ${typeInWords(type)} is expected`,
    );
  }

  #number(units: number, type: ValueType): Typed {
    return this.add({ kind: "number", value: units }, {
      ...{ type, min: units, max: units, nullable: false, bytesMax: 0 },
    });
  }

  #rescaled(typed: Typed, scale: number | null): Typed {
    const from = typed.type.kind === "number" ? typed.type.scale : null;
    if (from === scale || from === null) {
      return { ...typed, type: { kind: "number", scale: from } };
    }
    const type: ValueType = { kind: "number", scale };
    if (scale === null) return this.scaled(typed, { type, divisor: 10 ** from });
    return this.scaled(typed, { type, factor: 10 ** (scale - from) });
  }

  /** Multiplies by a factor, divides by a divisor, and rounds as told. */
  scaled(
    typed: Typed,
    { type, factor = 1, divisor = 1, rounding = "none" }: Scaling,
  ): Typed {
    const round = ROUND[rounding];
    const { literal: _, ...rest } = typed;
    return this.add({ kind: "rescale", operand: typed.at, factor, divisor, rounding }, {
      ...rest,
      type,
      min: round(typed.min * factor / divisor),
      max: round(typed.max * factor / divisor),
    });
  }

  /** Brings values of several branches to one type. */
  unified(all: readonly Typed[]): readonly Typed[] {
    const type = commonType(all);
    return all.map((each) => this.as(each, type));
  }

  draw(
    low: Typed,
    high: Typed,
    { step, type }: { readonly step: number | null; readonly type: ValueType },
  ): Typed {
    const key = this.scope.key(`rule ${this.#drawCount++}`);
    return this.add({ kind: "random", low: low.at, high: high.at, step, key }, {
      type,
      min: low.min,
      // Where the upper bound is below the lower one, the lower one it is.
      max: Math.max(low.max, high.max),
      nullable: low.nullable || high.nullable,
      bytesMax: 0,
    });
  }

  #case({ branches, otherwise }: Extract<Expression, { kind: "case" }>): Typed {
    const whens = branches.map(({ when }) => this.condition(when));
    const values = [...branches.map(({ then }) => then), otherwise].map((each) =>
      this.compile(each)
    );
    const all = this.unified(values);
    const node: RuleNode = {
      kind: "case",
      branches: whens.map(({ at }, i) => ({ when: at, then: all[i]!.at })),
      otherwise: all.at(-1)!.at,
    };
    return this.add(node, { ...united(all), nullable: all.some(({ nullable }) => nullable) });
  }
}

const TEXT = { type: { kind: "text" }, min: 0, max: 0 } as const;

const ROUND: Readonly<Record<"none" | "nearest" | "down" | "up", (value: number) => number>> = {
  none: (value) => value,
  nearest: (value) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5),
  down: Math.floor,
  up: Math.ceil,
};

/** Digits after the point; null for numbers that need more than twelve. */
function decimalsOf(value: number): number | null {
  for (let scale = 0; scale <= 12; scale++) {
    const units = value * 10 ** scale;
    if (Math.abs(units - Math.round(units)) < 1e-9 * Math.max(1, Math.abs(units))) return scale;
  }
  return null;
}

/** A day or a moment in units, if the text is one. */
function momentOf(text: string, { kind }: ValueType): number | null {
  if (kind !== "date" && kind !== "instant") return null;
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const iso = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T");
  const hasZone = !iso.includes("T") || /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(iso);
  const ms = Date.parse(hasZone ? iso : `${iso}Z`);
  if (Number.isNaN(ms)) return null;
  return kind === "date" ? Math.floor(ms / 86_400_000) : ms * 1000;
}
