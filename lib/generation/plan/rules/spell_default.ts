import type { Expression } from "../../../schema/mod.ts";
import type { ValueSource } from "../../sources/value_source.ts";
import { call, literal, type RuleSource } from "./rule_source.ts";

/**
 * Has the words of a list written as the DEFAULT is, where the DEFAULT is one of them in other
 * letters: `WEB` beside `web` would be two groups of one thing.
 *
 * @param rule The rule that gives rows the DEFAULT.
 * @param source What the other rows draw from.
 * @returns The rule, with what is drawn spelt as the DEFAULT.
 */
export function spellDefault(rule: RuleSource, source: ValueSource): RuleSource {
  const { expression } = rule;
  if (source.kind !== "words" || expression.kind !== "case") return rule;
  const then = expression.branches[0]!.then;
  const value = then.kind === "literal" ? then.value : null;
  if (typeof value !== "string" || source.words.includes(value)) return rule;
  const twin = source.words.find((word) => word.toLowerCase() === value.toLowerCase());
  if (twin === undefined) return rule;
  return { ...rule, expression: { ...expression, otherwise: spelt(value, twin) } };
}

function spelt(value: string, twin: string): Expression {
  const drawn = call("generated");
  if (value === value.toUpperCase()) return call("upper", drawn);
  if (value === value.toLowerCase()) return call("lower", drawn);
  const isTwin = { kind: "compare", operator: "=", left: drawn, right: literal(twin) } as const;
  return {
    kind: "case",
    branches: [{ when: isTwin, then: literal(value) }],
    otherwise: drawn,
  };
}
