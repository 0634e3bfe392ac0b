import type { Expression } from "../../../schema/mod.ts";
import { datePart } from "../../rules/date_steps.ts";
import type { DateName, DatePart } from "../../rules/rule_plan.ts";
import type { Compiler } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import { DAY_UNITS, type Typed, typeInWords } from "./value_type.ts";

/** Compiles `year(ordered_at)` and its like: a whole number. */
export function compileDatePart(
  part: DatePart,
  operand: Expression,
  compiler: Compiler,
): Typed {
  const date = dateOf(part, operand, compiler);
  const [min, max] = part === "year"
    ? [datePart.year(date.min), datePart.year(date.max)]
    : [1, MOST[part]];
  return compiler.add({ kind: "date_part", part, operand: date.at }, {
    type: { kind: "number", scale: 0 },
    ...{ min, max, nullable: date.nullable, bytesMax: 0 },
  });
}

/** Compiles `month_name(ordered_at)` and `day_name(ordered_at)`: an English word. */
export function compileDateName(
  name: DateName,
  operand: Expression,
  compiler: Compiler,
): Typed {
  const date = dateOf(name, operand, compiler);
  return compiler.add({ kind: "date_name", name, operand: date.at }, {
    type: { kind: "text" },
    ...{ min: 0, max: 0, nullable: date.nullable, bytesMax: "September".length },
    isAscii: true,
  });
}

const MOST: Readonly<Record<Exclude<DatePart, "year">, number>> = {
  ...{ quarter: 4, month: 12, day: 31, day_of_week: 7, day_of_year: 366, week: 53 },
};

function dateOf(name: string, operand: Expression, compiler: Compiler): Typed {
  const typed = compiler.compile(operand);
  if (typed.type.kind === "instant") {
    return compiler.scaled(typed, { type: { kind: "date" }, divisor: DAY_UNITS, rounding: "down" });
  }
  if (typed.type.kind === "date" || typeof typed.literal === "string") {
    return compiler.as(typed, { kind: "date" });
  }
  throw new RuleRefusal(`'${name}' has no meaning for ${typeInWords(typed.type)}`);
}
