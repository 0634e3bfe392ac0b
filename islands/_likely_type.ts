import type { ParameterChoice } from "../components/parameter_values.ts";
import { isNumeric } from "./_answer.ts";
import type { KnownTable } from "./_sql_completion.ts";

const COMPARED = new RegExp(
  String.raw`("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)\s*` +
    String
      .raw`(?:[<>=!]{1,2}|\b(?:not\s+)?(?:between|i?like|in)\b\s*\(?)\s*(?::\w+\s*(?:,|and\b)\s*)*$`,
  "iu",
);
/** As far as a comparison reaches back. */
const BEFORE_MAX = 300;

/**
 * What a parameter probably is: of the type of the column that it is compared with, or a number
 * behind LIMIT; nothing where the text does not tell.
 */
export function likelyType(
  name: string,
  { text, tables }: { readonly text: string; readonly tables: readonly KnownTable[] },
): ParameterChoice {
  const at = text.search(new RegExp(`(?<!:):${name}(?![\\p{L}\\p{N}_])`, "u"));
  if (at < 0) return "";
  const before = text.slice(Math.max(0, at - BEFORE_MAX), at);
  if (/\b(?:limit|offset|top)\s*$/i.test(before)) return "number";
  const [, column] = COMPARED.exec(before) ?? [];
  return column === undefined ? "" : choiceFor(typeOf(column, tables));
}

function typeOf(column: string, tables: readonly KnownTable[]): string {
  const plain = column.replace(/^"|"$/g, "").toLowerCase();
  const types = tables.flatMap(({ columns }) => columns)
    .filter(({ name }) => name.toLowerCase() === plain).map(({ type }) => type);
  // Columns of one name and several types tell nothing.
  return types.every((type) => choiceFor(type) === choiceFor(types[0]!)) ? types[0] ?? "" : "";
}

function choiceFor(type: string): ParameterChoice {
  if (isNumeric(type)) return "number";
  if (/^DATE$/i.test(type)) return "date";
  if (/^(?:TIMESTAMP|DATETIME)/i.test(type)) return "timestamp";
  if (/^BOOL/i.test(type)) return "boolean";
  return /CHAR|TEXT|STRING|UUID/i.test(type) ? "text" : "";
}
