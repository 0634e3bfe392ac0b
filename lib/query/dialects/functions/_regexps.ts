import { type Code, code, trimmed } from "../code.ts";
import { quotedText } from "../names.ts";
import { regularExpression } from "../regular_expression.ts";
import type { Call } from "./function_rule.ts";

/** An empty pattern matches nothing in Snowflake, and everywhere in the engine. */
function refuseEmpty(call: Call): void {
  const pattern = call.arguments[1]!;
  if (call.reader.rules.dialect !== "snowflake" || pattern.literal?.value !== "") return;
  call.reader.unsupported("An empty pattern", "It matches nothing; leave it out", pattern);
}

/** What letters ask of a match. */
interface Flags {
  /** In the engine's letters. */
  readonly letters: string;
  /** 'e': give a group and not the match. */
  readonly extract: boolean;
}

/** Reads the parameters at `index`, which must stand in the text. */
export function flagsOf(call: Call, index: number): Flags {
  if (!/LIKE$/.test(call.name.value)) refuseEmpty(call);
  const argument = call.arguments[index];
  const isPostgres = call.reader.rules.dialect === "postgres";
  if (argument === undefined) return { letters: isPostgres ? "s" : "", extract: false };
  const text = argument.literal?.kind === "text" ? argument.literal.value : null;
  if (text === null || (isPostgres ? /[^icgs]/ : /[^icmse]/).test(text)) {
    return call.reader.unsupported(
      `The parameters ${call.reader.sql.slice(argument.from, argument.to)} of ${call.name.value}`,
      `Use ${isPostgres ? "i, c, g and s" : "i, c, m, s and e"}, written out`,
      argument,
    );
  }
  // A line's end is a character like any other to PostgreSQL.
  if (isPostgres) return { letters: /i[^c]*$/.test(text) ? "is" : "s", extract: false };
  const last = [...text].findLast((letter) => letter === "i" || letter === "c");
  const letters = `${last === "i" ? "i" : ""}${text.includes("s") ? "s" : ""}${
    text.includes("m") ? "m" : ""
  }`;
  // Without a group in the pattern there is nothing to extract but the match.
  const pattern = call.arguments[1]?.literal;
  const grouped = pattern?.kind !== "text" || /(?<!\\)\((?!\?)/.test(pattern.value);
  return { letters, extract: text.includes("e") && grouped };
}

export function argument(call: Call, index: number): Code | null {
  const found = call.arguments[index];
  if (index === 1 && found !== undefined) return regularExpression(call.reader, found);
  return found === undefined ? null : trimmed(found.code);
}

/** The text from the position on. */
function tail(call: Call, index: number): Code {
  const position = call.arguments[index];
  const text = argument(call, 0)!;
  if (position === undefined || position.literal?.value === "1") return text;
  return code`substr(${text}, ${trimmed(position.code)})`;
}

/** REGEXP_LIKE of Snowflake wants the whole text to match. */
export function likeCall(call: Call): Code {
  const { letters } = flagsOf(call, 2);
  const rest: Code = letters === "" ? "" : `, '${letters}'`;
  return code`regexp_full_match(${argument(call, 0)!}, ${argument(call, 1)!}${rest})`;
}

/** REGEXP_SUBSTR(text, pattern [, position [, occurrence [, parameters [, group]]]]). */
export function substringCall(call: Call): Code {
  const { letters, extract } = flagsOf(call, 4);
  const given = argument(call, 5);
  const group: Code = given ?? (extract ? "1" : "0");
  const occurrence = argument(call, 3) ?? "1";
  const all = code`regexp_extract_all(${tail(call, 2)}, ${argument(
    call,
    1,
  )!}, ${group}, '${letters}')`;
  const found = code`${all}[${occurrence}]`;
  // Redshift gives an empty text where Snowflake gives NULL.
  return call.reader.rules.dialect === "redshift"
    ? code`CASE WHEN ${argument(call, 0)!} IS NOT NULL THEN coalesce(${found}, '') END`
    : found;
}

/** REGEXP_SUBSTR_ALL of Snowflake, with the arguments of REGEXP_SUBSTR. */
export function allMatches(call: Call): Code {
  const { letters, extract } = flagsOf(call, 4);
  const group: Code = argument(call, 5) ?? (extract ? "1" : "0");
  const occurrence = argument(call, 3) ?? "1";
  const pattern = argument(call, 1)!;
  return code`to_json(regexp_extract_all(${
    tail(call, 2)
  }, ${pattern}, ${group}, '${letters}')[${occurrence}:])`;
}

/** REGEXP_COUNT(text, pattern [, position [, parameters]]). */
export function countMatches(call: Call): Code {
  const { letters } = flagsOf(call, 3);
  return code`len(regexp_extract_all(${tail(call, 2)}, ${argument(call, 1)!}, 0, '${letters}'))`;
}

/** REGEXP_REPLACE of Snowflake: (text, pattern [, new [, position [, occurrence [, parameters]]]]). */
export function snowflakeReplace(call: Call): Code {
  const { letters } = flagsOf(call, 5);
  const occurrence = call.arguments[4]?.literal?.value ?? (call.arguments[4] ? "?" : "0");
  if (!/^\d+$/.test(occurrence)) {
    return call.reader.unsupported(
      "A computed occurrence of REGEXP_REPLACE",
      "Write it out; 0 replaces all",
      call.arguments[4]!,
    );
  }
  if (Number(occurrence) > 1) return replacedOnce(call, { letters, occurrence });
  return replaced(call, { position: 3, flags: `${letters}${occurrence === "0" ? "g" : ""}` });
}

/** The match of that number alone; what it starts with must not look back. */
function replacedOnce(
  call: Call,
  { letters, occurrence }: { readonly letters: string; readonly occurrence: string },
): Code {
  const pattern = call.arguments[1]!.literal;
  if (pattern?.kind !== "text" || /\\b|\\B|\^/i.test(pattern.value)) {
    return call.reader.unsupported(
      "REGEXP_REPLACE of one later occurrence of this pattern",
      "Replace all with 0, or the first with 1",
      call.arguments[1]!,
    );
  }
  const [text, sought, by] = [argument(call, 0)!, argument(call, 1)!, argument(call, 2) ?? "''"];
  const start = argument(call, 3) ?? "1";
  const flags = quotedText(letters);
  const at = code`dw_regexp_at(substr(${text}, ${start}), ${sought}, ${occurrence}, ${flags})`;
  const from = code`${at} + ${start} - 1`;
  return code`CASE WHEN ${at} = 0 THEN ${text} ELSE left(${text}, ${from} - 1) || regexp_replace(substr(${text}, ${from}), ${sought}, ${by}, ${flags}) END`;
}

/** REGEXP_REPLACE of Redshift: (text, pattern [, new [, position [, parameters]]]). */
export function redshiftReplace(call: Call): Code {
  const { letters } = flagsOf(call, 4);
  return replaced(call, { position: 3, flags: `${letters}g` });
}

export function replaced(
  call: Call,
  { position, flags }: { position: number; flags: string },
): Code {
  const text = argument(call, 0)!;
  const by = argument(call, 2) ?? "''";
  const from = call.arguments[position];
  const made = code`regexp_replace(${tail(call, position)}, ${argument(
    call,
    1,
  )!}, ${by}, '${flags}')`;
  if (from === undefined || from.literal?.value === "1") return made;
  return code`(left(${text}, ${trimmed(from.code)} - 1) || ${made})`;
}

/** REGEXP_INSTR(text, pattern [, position [, occurrence [, option [, parameters [, group]]]]]). */
export function positionCall(call: Call): Code {
  const { letters, extract } = flagsOf(call, 5);
  const option = call.arguments[4];
  const after = option?.literal?.value === "1";
  if (option !== undefined && !after && option.literal?.value !== "0") {
    return call.reader.unsupported("A computed option of REGEXP_INSTR", "Write 0 or 1", option);
  }
  const group = call.arguments[6]?.literal?.value ??
    (call.arguments[6] ? "?" : extract ? "1" : "0");
  const pattern = argument(call, 1)!;
  const occurrence = argument(call, 3) ?? "1";
  const at = code`dw_regexp_at(${tail(call, 2)}, ${pattern}, ${occurrence}, ${
    quotedText(letters)
  })`;
  const start = argument(call, 2) ?? "1";
  const found = (sought: Code, number: string) =>
    code` + length(regexp_extract_all(${
      tail(call, 2)
    }, ${sought}, ${number}, '${letters}')[${occurrence}])`;
  const before = group === "0" ? "" : found(quotedText(beforeGroup(call, group)), "1");
  const length = after ? found(pattern, group) : "";
  return code`CASE WHEN ${at} = 0 THEN 0 ELSE ${at} + ${start} - 1${before}${length} END`;
}

/** The pattern with all that stands before a group as its first group. */
function beforeGroup(call: Call, group: string): string {
  const { literal } = call.arguments[1]!;
  const place = literal?.kind === "text" ? groupPlace(literal.value, Number(group)) : null;
  if (place === null) {
    return call.reader.unsupported(
      "This group in REGEXP_INSTR",
      "Write the pattern out, with the group outside of others and of alternatives",
      call.arguments[6] ?? call.arguments[5]!,
    );
  }
  return `(${literal!.value.slice(0, place)})${literal!.value.slice(place)}`;
}

/** Where a group starts, if it always takes part in a match, and once: outside of all others. */
function groupPlace(pattern: string, group: number): number | null {
  let depth = 0;
  let count = 0;
  let place: number | null = null;
  let closed: number | null = null;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === "\\") i++;
    else if (character === "[") {
      const close = pattern.indexOf("]", i + (/^\[\^?\]/.test(pattern.slice(i)) ? 3 : 1));
      if (close === -1 || pattern.slice(i, close).includes("[:")) return null;
      i = close;
    } else if (character === "|" && depth === 0) return null;
    else if (character === "(") {
      if (pattern[i + 1] !== "?" && ++count === group && depth === 0) place = i;
      depth++;
    } else if (character === ")" && --depth === 0 && place !== null) closed ??= i;
  }
  return closed === null || /[*+?{]/.test(pattern[closed + 1] ?? "") ? null : place;
}

/** REGEXP_MATCHES-like tests of PostgreSQL: anywhere in the text. */
export function anywhereCall(call: Call): Code {
  const { letters } = flagsOf(call, 2);
  return code`regexp_matches(${argument(call, 0)!}, ${argument(call, 1)!}, '${letters}')`;
}
