import type { Expression } from "../../../schema/mod.ts";

/**
 * Whether texts that a rule puts together differ in all rows: they hold the number of the row, and
 * where it begins and ends can be told from the text. That is so when what stands before it is made
 * of slugs and fixed text alone, and characters that no slug has stand on both its sides.
 *
 * @param expression The rule.
 */
export function isDistinctRule(expression: Expression): boolean {
  if (expression.kind !== "concat") return false;
  const { operands } = expression;
  const at = operands.findIndex((part) => part.kind === "call" && part.name === "row_number");
  if (at < 0) return false;
  const before = operands.slice(0, at);
  const last = before.at(-1);
  const next = operands[at + 1];
  return before.every((part) => isSlug(part) || fixedText(part) !== null) &&
    (last === undefined || /[^a-z0-9]$/.test(fixedText(last) ?? "a")) &&
    (next === undefined || /^[^a-z0-9]/.test(fixedText(next) ?? "a"));
}

function isSlug(part: Expression): boolean {
  return part.kind === "call" && part.name === "slug";
}

function fixedText(part: Expression): string | null {
  return part.kind === "literal" && typeof part.value === "string" ? part.value : null;
}
