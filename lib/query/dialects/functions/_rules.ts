import { type Code, code, joined, trimmed } from "../code.ts";
import { atom } from "../values.ts";
import type { Call, FunctionRule, FunctionRules, RuleOptions } from "./function_rule.ts";

const MANY = 10_000;

/** A function that the engine has under the same name, with the same meaning. */
export function same(
  countMin: number,
  countMax = countMin,
  options: RuleOptions = {},
): FunctionRule {
  return {
    support: "same",
    kind: "scalar",
    countMin,
    countMax,
    ...options,
    write: (call) => plainCall(call, nameOf(call)),
  };
}

/** The name as it stands; the space before it belongs to the call. */
export function nameOf({ name }: Call): Code {
  return { text: name.text, at: name.from };
}

/** As `same`, with any number of arguments from `countMin` on. */
export function sameFrom(countMin: number, options: RuleOptions = {}): FunctionRule {
  return same(countMin, MANY, options);
}

/**
 * A function in other words. `$1` is the first argument, `$*` are all of them; `$over` is where
 * FILTER and OVER go, at the end if it does not stand.
 *
 * @param templates One for each number of arguments; the highest `$n` of each is its number.
 */
export function written(...parts: readonly (string | RuleOptions)[]): FunctionRule {
  const templates = parts.filter((part) => typeof part === "string");
  const options = parts.filter((part) => typeof part !== "string")[0] ?? {};
  const byCount = new Map(templates.map((template) => [argumentCount(template), template]));
  const counts = [...byCount.keys()];
  const open = templates.some((template) => template.includes("$*"));
  return {
    support: "rewritten",
    kind: "scalar",
    countMin: Math.min(...counts),
    countMax: open ? MANY : Math.max(...counts),
    ...options,
    write: (call) => {
      const template = byCount.get(call.arguments.length) ?? templates.at(-1)!;
      return fill(template, call);
    },
  };
}

/** A function that needs more than a template. */
export function custom(
  counts: number | readonly [number, number],
  write: (call: Call) => Code,
  options: RuleOptions = {},
): FunctionRule {
  const [countMin, countMax] = typeof counts === "number" ? [counts, counts] : counts;
  return { support: "rewritten", kind: "scalar", countMin, countMax, ...options, write };
}

/** A function that the dialect has and we could not answer as it does. */
export function refusedFunction(instead: string): FunctionRule {
  return {
    support: "refused",
    kind: "scalar",
    countMin: 0,
    countMax: MANY,
    says: instead,
    write: ({ reader, name }) => reader.unsupported(`The function '${name.value}'`, instead, name),
  };
}

/** The same rule under several names. */
export function aliases(
  names: readonly string[],
  rule: FunctionRule,
): Record<string, FunctionRule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

/** Rules of functions whose first argument is a text. */
export function ofTexts(rules: FunctionRules): FunctionRules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, { ...rule, ofText: true }]),
  );
}

/** A call of one engine function with the arguments and all that stands around them. */
export function plainCall(call: Call, name: Code): Code {
  return code`${name}(${insideOf(call)})${suffixOf(call)}`;
}

/** What stands between the brackets. */
export function insideOf(call: Call): Code {
  const { distinct, star, order, within, ignoreNulls } = call;
  const keys = order.length > 0 && !within
    ? code` ORDER BY ${joined(order.map((key) => key.code), ", ")}`
    : "";
  return code`${distinct ? "DISTINCT " : ""}${star ? "*" : argumentsOf(call)}${keys}${
    ignoreNulls ? " IGNORE NULLS" : ""
  }`;
}

/** What stands behind them. */
export function suffixOf({ within, order, filter, over }: Call): Code {
  const group = within
    ? code` WITHIN GROUP (ORDER BY ${joined(order.map((key) => key.code), ", ")})`
    : "";
  return code`${group}${filter ?? ""}${over ?? ""}`;
}

export function argumentsOf(call: Call): Code {
  return joined(call.arguments.map((each) => trimmed(each.code)), ", ");
}

/** Puts the arguments of a call into a template. */
export function fill(template: string, call: Call): Code {
  refuseLost(template, call);
  const pieces = template.split(/(\$(?:\d+|\*|over|distinct))/);
  const placed = template.includes("$over");
  const [head, ...others] = pieces.map((piece, i): Code => {
    if (piece === "$*") return argumentsOf(call);
    if (piece === "$over") return suffixOf(call);
    if (piece === "$distinct") return call.distinct ? "DISTINCT " : "";
    if (!piece.startsWith("$")) return piece;
    const argument = call.arguments[Number(piece.slice(1)) - 1]!;
    return isEnclosed(pieces, i) ? trimmed(argument.code) : atom(argument);
  });
  const first: Code = typeof head === "string" ? { text: head, at: call.name.from } : head!;
  return [first, ...others, placed ? "" : suffixOf(call)];
}

/** Whether brackets and commas stand around a piece, so that it may bind as loosely as it likes. */
function isEnclosed(pieces: readonly string[], index: number): boolean {
  return /[(,[]\s*$/.test(pieces[index - 1] ?? "") && /^\s*[),\]]/.test(pieces[index + 1] ?? "");
}

/** What a template does not carry over must not be lost in silence. */
function refuseLost(template: string, { reader, name, distinct, order, ignoreNulls }: Call): void {
  const lost = distinct && !template.includes("$distinct")
    ? "DISTINCT"
    : order.length > 0
    ? "ORDER BY"
    : ignoreNulls
    ? "IGNORE NULLS"
    : null;
  if (lost === null) return;
  reader.unsupported(`${lost} in ${name.value}`, "Do that in a subquery", name);
}

function argumentCount(template: string): number {
  return Math.max(0, ...[...template.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits)));
}
