import { type Column, renderType } from "../../../schema/mod.ts";
import type { RulePlan } from "../../rules/rule_plan.ts";
import { bytesMaxOf } from "../fit/byte_limit.ts";
import { typeBounds } from "../fit/number_bounds.ts";
import { textOf } from "./compile_call.ts";
import type { Compiler, RuleScope } from "./compiler.ts";
import { RuleCompiler } from "./rule_compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import type { RuleSource } from "./rule_source.ts";
import { DAY_UNITS, type Typed, type ValueType } from "./value_type.ts";

/** A rule as workers compute it, and how far its values reach. */
export interface PlannedRule {
  readonly plan: RulePlan;
  readonly reach: Omit<Typed, "at">;
}

/**
 * Compiles the rule of a column into its own type.
 *
 * @param source What the rule says.
 * @param options The column, and what the rule may ask.
 * @throws RuleRefusal when the rule makes other values than the column holds.
 */
export function planRule(
  source: RuleSource,
  { column, scope }: { readonly column: Column; readonly scope: RuleScope },
): PlannedRule {
  const compiler = new RuleCompiler(scope);
  const { at, ...reach } = intoColumn(compiler.compile(source.expression), { column, compiler });
  if (reach.nullable && !column.nullable) {
    throw new RuleRefusal("it may be NULL, and the column may not");
  }
  const bytesMax = bytesMaxOf(column.type);
  const plan: RulePlan = {
    origin: source.origin,
    text: source.text,
    ...source.reason !== undefined && { reason: source.reason },
    nodes: compiler.nodes,
    result: at,
    ...bytesMax !== null && { bytesMax },
  };
  return { plan, reach };
}

interface Target {
  readonly column: Column;
  readonly compiler: Compiler;
}

function intoColumn(typed: Typed, { column, compiler }: Target): Typed {
  const { type } = column;
  switch (type.kind) {
    case "integer":
      return bounded(toScale(typed, 0, compiler), column);
    case "decimal":
      return bounded(toScale(typed, type.scale, compiler), column);
    case "float":
      return bounded(
        compiler.as(numeric(typed, compiler), { kind: "number", scale: null }),
        column,
      );
    case "boolean":
      return compiler.as(typed, { kind: "truth" });
    case "date":
      return boundedInTime(toDate(typed, compiler), column);
    case "timestamp":
      return boundedInTime(toInstant(typed, type.precision, compiler), column);
    case "string":
      return fitting(textOf(typed, compiler), column);
    default:
      throw new RuleRefusal(`rules make no values of type ${renderType(type)}`);
  }
}

function numeric(typed: Typed, compiler: Compiler): Typed {
  return typed.type.kind === "number" ? typed : compiler.as(typed, { kind: "number", scale: 0 });
}

function toScale(given: Typed, scale: number, compiler: Compiler): Typed {
  const typed = numeric(given, compiler);
  const from = typed.type.kind === "number" ? typed.type.scale : null;
  const type: ValueType = { kind: "number", scale };
  if (from === null) {
    return compiler.scaled(typed, { type, factor: 10 ** scale, rounding: "nearest" });
  }
  if (from <= scale) return compiler.as(typed, type);
  return compiler.scaled(typed, { type, divisor: 10 ** (from - scale), rounding: "nearest" });
}

function toDate(typed: Typed, compiler: Compiler): Typed {
  const type: ValueType = { kind: "date" };
  if (typed.type.kind !== "instant") return compiler.as(typed, type);
  return compiler.scaled(typed, { type, divisor: DAY_UNITS, rounding: "down" });
}

/** Digits of a second that the type does not have are cut off. */
function toInstant(typed: Typed, precision: number, compiler: Compiler): Typed {
  const type: ValueType = { kind: "instant" };
  const instant = compiler.as(typed, type);
  if (precision >= 6) return instant;
  const step = 10 ** (6 - precision);
  const steps = compiler.scaled(instant, { type, divisor: step, rounding: "down" });
  return compiler.scaled(steps, { type, factor: step });
}

/** Values of a rule are never cut: what does not fit is refused before the first row. */
function bounded(typed: Typed, { type, range }: Column): Typed {
  const units = type.kind === "decimal" ? 10 ** type.scale : 1;
  const limits = typeBounds(type);
  const min = Math.max(limits.min, range?.min ?? -Infinity);
  const max = Math.min(limits.max, range?.max ?? Infinity);
  const slack = 1e-9 * Math.max(1, Math.abs(typed.min), Math.abs(typed.max));
  if (typed.min > typed.max) return typed;
  if (typed.min >= min * units - slack && typed.max <= max * units + slack) return typed;
  const from = (typed.min / units).toLocaleString("en-US");
  const to = (typed.max / units).toLocaleString("en-US");
  throw new RuleRefusal(
    `it makes values from ${from} to ${to}, and the column holds ${min.toLocaleString("en-US")} ` +
      `to ${max.toLocaleString("en-US")}`,
  );
}

/** 0001-01-01 and 9999-12-31, between which every warehouse knows all days. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

function boundedInTime(typed: Typed, { type, dateRange }: Column): Typed {
  const unitsPerDay = type.kind === "date" ? 1 : DAY_UNITS;
  const start = dateRange?.start === undefined ? FIRST_DAY : daysOf(dateRange.start);
  const end = dateRange?.end === undefined ? LAST_DAY : lastDayOf(dateRange.end);
  if (typed.min > typed.max) return typed;
  if (typed.min >= start * unitsPerDay && typed.max < (end + 1) * unitsPerDay) return typed;
  const from = dayText(typed.min / unitsPerDay);
  const to = dayText(typed.max / unitsPerDay);
  throw new RuleRefusal(
    `it makes values from ${from} to ${to}, and the column holds ${dayText(start)} to ${
      dayText(end)
    }`,
  );
}

function daysOf(iso: string): number {
  return Date.parse(iso) / 86_400_000;
}

function lastDayOf(iso: string): number {
  return iso.includes("T") ? daysOf(iso) - 1 : daysOf(iso);
}

function dayText(days: number): string {
  const ms = Math.floor(days) * 86_400_000;
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().replace(/T.*/, "") : String(days);
}

function fitting(typed: Typed, { type }: Column): Typed {
  const bytesMax = bytesMaxOf(type);
  if (bytesMax === null || typed.bytesMax <= bytesMax) return typed;
  throw new RuleRefusal(
    `it makes texts of up to ${typed.bytesMax} bytes, and the column holds ${bytesMax}; ` +
      `left(…, ${bytesMax}) would cut them`,
  );
}
