import type { CompareOperator } from "./expression.ts";

/** What says the same when both sides of a comparison change places. */
export const MIRRORED_OPERATOR: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
