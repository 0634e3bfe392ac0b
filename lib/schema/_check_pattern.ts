import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { Column } from "./experiment_schema.ts";
import { parsePattern } from "./pattern/parse_pattern.ts";
import { renderType } from "./render_type.ts";

/**
 * Checks that a column can have its pattern.
 *
 * @param column A column with a pattern.
 * @param columnPath Its JSON path.
 * @returns What makes the pattern impossible.
 */
export function checkPattern({ pattern, type }: Column, columnPath: string): Diagnostic[] {
  const place = { path: `${columnPath}.pattern` };
  if (type.kind !== "string") {
    const detail = { field: "pattern", type: renderType(type), allowed: "VARCHAR or CHAR" };
    return [diagnostic("FIELD_NOT_FOR_TYPE", detail, place)];
  }
  const { forms, fault } = parsePattern(pattern!);
  if (forms === null) {
    const detail = { pattern: pattern!, reason: fault.reason, at: fault.at + 1 };
    return [diagnostic("PATTERN_WRONG", detail, place)];
  }
  const longest = Math.max(...forms.map(({ length }) => length));
  if (longest <= (type.maxLength ?? Infinity)) return [];
  const reason = `it makes texts of ${longest} characters, and the column holds ${type.maxLength}`;
  return [diagnostic("PATTERN_WRONG", { pattern: pattern!, reason, at: 1 }, place)];
}
