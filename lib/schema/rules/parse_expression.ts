import { RuleReader } from "./_rule_reader.ts";
import { RuleFault } from "./_rule_tokens.ts";
import type { Expression } from "./expression.ts";

/** Characters of one rule or CHECK that are read; a longer one stays text. */
export const RULE_LENGTH_MAX = 20_000;

/** An expression, or where and why the text is none. */
export type ParsedExpression =
  | { readonly expression: Expression; readonly fault: null }
  | { readonly expression: null; readonly fault: { readonly reason: string; readonly at: number } };

/**
 * Reads the text of a rule or of a CHECK.
 *
 * @param text `quantity * price`, `created_at + 1..30 days`, `status IN ('A', 'B')` …
 * @returns The expression, with the names as written; or the offset of the first character that
 * does not fit, and why.
 *
 * @example
 * ```ts
 * parseExpression("quantity * price").expression?.kind; // "arithmetic"
 * ```
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > RULE_LENGTH_MAX) {
    return faulty({ reason: `it has more than ${RULE_LENGTH_MAX} characters`, at: 0 });
  }
  try {
    return { expression: new RuleReader(text).whole(), fault: null };
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    return faulty({ reason: error.message, at: error.at });
  }
}

function faulty(fault: { readonly reason: string; readonly at: number }): ParsedExpression {
  return { expression: null, fault };
}
