import { type Code, code, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { argumentsOf } from "./_rules.ts";
import type { Call } from "./function_rule.ts";

/** SUBSTRING(text, start [, count]): plain where no number can be what dialects read differently. */
export function pieceCall(call: Call): Code {
  const [, start, count] = call.arguments;
  const plain = isAtLeast(start!, 1) && (count === undefined || isAtLeast(count, 0));
  const name = plain ? "substr" : count === undefined ? "dw_substring_from" : "dw_substring";
  return code`${{ text: name, at: call.name.from }}(${argumentsOf(call)})`;
}

/** LEFT or RIGHT, where a negative count takes nothing. */
export function sideCall(call: Call, name: "left" | "right"): Code {
  const [text, count] = call.arguments;
  const written = trimmed(count!.code);
  const safe = isAtLeast(count!, 0)
    ? written
    : code`CASE WHEN ${written} < 0 THEN 0 ELSE ${written} END`;
  return code`${{ text: name, at: call.name.from }}(${trimmed(text!.code)}, ${safe})`;
}

function isAtLeast({ literal }: Expression, minimum: number): boolean {
  return literal?.kind === "number" && Number(literal.value) >= minimum;
}
