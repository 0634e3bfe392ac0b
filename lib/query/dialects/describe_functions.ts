import type { ForeignDialect } from "./dialect_rules.ts";
import { functionRules } from "./function_rules.ts";
import type { Support } from "./functions/function_rule.ts";

/** What becomes of a function, for the reference. */
export interface DescribedFunction {
  /** In upper case. */
  readonly name: string;
  readonly support: Support;
  /** How the answer may differ, or what to write instead. */
  readonly says?: string;
  /** What the vendor documents and one might not expect. */
  readonly note?: string;
}

/**
 * Lists the functions of a dialect that are known, whether they are supported or refused.
 *
 * @param dialect Whose functions.
 * @returns The functions by name.
 */
export function describeFunctions(dialect: ForeignDialect): readonly DescribedFunction[] {
  return Object.entries(functionRules(dialect))
    .map(([name, { support, differs, says = differs, note }]) => ({
      name,
      support,
      ...(says ? { says } : {}),
      ...(note ? { note } : {}),
    }))
    .toSorted((a, b) => a.name < b.name ? -1 : 1);
}
