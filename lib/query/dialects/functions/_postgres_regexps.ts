import { type Code, code, joined, trimmed } from "../code.ts";
import { quotedText } from "../names.ts";
import { groupCount, regularExpression, withoutClasses } from "../regular_expression.ts";
import type { Call } from "./function_rule.ts";
import { argument, flagsOf, replaced } from "./_regexps.ts";

/**
 * REGEXP_REPLACE of PostgreSQL: (text, pattern, new [, flags]), the first match alone unless a 'g'
 * asks for all; or (text, pattern, new, position [, occurrence [, flags]]).
 */
export function postgresReplace(call: Call): Code {
  const [, , by, fourth, occurrence] = call.arguments;
  const byPlace = fourth?.literal?.kind === "number";
  if (occurrence !== undefined && !["0", "1"].includes(occurrence.literal?.value ?? "")) {
    return call.reader.unsupported(
      "REGEXP_REPLACE of one later occurrence",
      "Replace all with 0, or the first with 1",
      occurrence,
    );
  }
  const { letters } = flagsOf(call, byPlace ? 5 : 3);
  const all = byPlace
    ? occurrence?.literal?.value === "0"
    : fourth?.literal?.value.includes("g") ?? false;
  const made: Code = by!.literal?.kind === "text"
    ? quotedText(by!.literal.value.replace(/\\&/g, "\\0"))
    : code`replace(${trimmed(by!.code)}, '\\&', '\\0')`;
  const adapted = { ...call, arguments: call.arguments.with(2, { ...by!, code: made }) };
  return replaced(adapted, { position: byPlace ? 3 : 9, flags: `${letters}${all ? "g" : ""}` });
}

/** What a pattern catches: its groups, or the match if it has none. */
interface Catch {
  readonly groups: number;
  readonly pattern: Code;
  /** The pattern without classes and escapes. */
  readonly plain: string;
}

function caught(call: Call): Catch {
  const pattern = call.arguments[1]!;
  const text = pattern.literal?.kind === "text" ? pattern.literal.value : null;
  if (text === null) {
    return call.reader.unsupported("A computed pattern here", "Write the pattern out", pattern);
  }
  const groups = groupCount(text);
  const plain = withoutClasses(text);
  if (groups > 0 && /\)[*?{]|\|/.test(plain)) {
    const instead = "Let every group of the pattern match";
    return call.reader.unsupported("A group that may catch nothing", instead, pattern);
  }
  return { groups, pattern: regularExpression(call.reader, pattern), plain };
}

function groupList(text: Code, { pattern, groups }: Catch, letters: string): Code {
  const each = (group: number) =>
    code`regexp_extract(${text}, ${pattern}, ${String(group)}, '${letters}')`;
  const places = groups === 0 ? [0] : Array.from({ length: groups }, (_, i) => i + 1);
  return code`[${joined(places.map(each), ", ")}]`;
}

/** REGEXP_MATCH: what the first match caught, as a list. */
export function firstMatch(call: Call): Code {
  const { letters } = flagsOf(call, 2);
  const found = caught(call);
  const text = argument(call, 0)!;
  return code`CASE WHEN regexp_matches(${text}, ${found.pattern}, '${letters}') THEN ${
    groupList(text, found, letters)
  } END`;
}

/** REGEXP_MATCHES: a list a match; of all matches with 'g'. */
export function everyMatch(call: Call): Code {
  const { letters } = flagsOf(call, 2);
  if (!(call.arguments[2]?.literal?.value.includes("g") ?? false)) {
    return code`unnest(list_filter([${firstMatch(call)}], lambda dw_m: dw_m IS NOT NULL))`;
  }
  const found = caught(call);
  if (/[\^$]/.test(found.plain) && found.groups > 0) {
    call.reader.unsupported("An anchor among groups", "Leave it out", call.arguments[1]!);
  }
  const all = code`regexp_extract_all(${argument(call, 0)!}, ${found.pattern}, 0, '${letters}')`;
  return code`unnest(list_transform(${all}, lambda dw_m: ${groupList("dw_m", found, letters)}))`;
}

/** SUBSTRING(text FROM pattern): what the first group caught, or the match. */
export function patternPiece(call: Call): Code {
  const found = caught(call);
  const text = argument(call, 0)!;
  const group = found.groups === 0 ? "0" : "1";
  return code`regexp_extract_all(${text}, ${found.pattern}, ${group}, 's')[1]`;
}

/** REGEXP_SPLIT_TO_ARRAY. */
export function splitCall(call: Call): Code {
  const { letters } = flagsOf(call, 2);
  const pattern = call.arguments[1]!;
  if (pattern.literal?.kind === "text" && matchesNothing(pattern.literal.value)) {
    const instead = "Split at a pattern that matches something";
    call.reader.unsupported("Splitting where nothing stands", instead, pattern);
  }
  return code`regexp_split_to_array(${argument(call, 0)!}, ${argument(call, 1)!}, '${letters}')`;
}

function matchesNothing(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test("");
  } catch {
    return false;
  }
}
