import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { listOf } from "./document_operator.ts";

/**
 * What is said of `dw_q`, one element of a list, of one of them or of all; NULL where it is not
 * known.
 */
export function everyElement(
  { all, list }: { readonly all: boolean; readonly list: Expression },
  each: Expression,
): Code {
  const quantifier = all ? "dw_all" : "dw_any";
  return code` ${quantifier}(list_transform(${listOf(list)}, lambda dw_q: ${trimmed(each.code)}))`;
}
