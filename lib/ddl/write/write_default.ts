import type { Column } from "../../schema/mod.ts";
import type { DdlWriting } from "./ddl_writing.ts";
import { isExpression } from "./read_back.ts";

/** What every engine understands. */
const PORTABLE = /^(-?\d+(\.\d+)?|'[^'\\]*'|true|false|null|current_date|current_timestamp)$/i;

/** One moment, one day, in the words of four engines. */
const NOW = /^(getdate\(\)|sysdate|now\(\)|current_timestamp\(\d?\))$/i;
const TODAY = /^(current_date\(\)|trunc\(sysdate\))$/i;

/**
 * Writes the expression after DEFAULT.
 *
 * @returns The expression, or null where there is none, where the identity says it, or where the
 * engine would not understand it.
 */
export function writeDefault(column: Column, { own, purpose }: DdlWriting): string | null {
  const { defaultExpression: expression, identity, properties } = column;
  if (expression === undefined || identity !== undefined || purpose === "data") return null;
  if (purpose === "definition" && properties?.computed !== undefined) return null;
  if (own !== null) return isExpression(expression, own) ? expression : null;
  if (NOW.test(expression)) return "CURRENT_TIMESTAMP";
  if (TODAY.test(expression)) return "CURRENT_DATE";
  return PORTABLE.test(expression) ? expression : null;
}
