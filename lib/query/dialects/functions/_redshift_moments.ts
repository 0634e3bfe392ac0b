import { type Code, code, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { quotedText } from "../names.ts";
import { ZONE_MINUTES } from "../zone_minutes.ts";
import { momentOf, readByFormat } from "./_dates.ts";
import { readingPattern } from "./_date_formats.ts";
import type { Call } from "./function_rule.ts";

/** Names of capitals that are zones and no abbreviations. */
const NAMES = new Set(["EST", "GMT", "HST", "MST", "PRC", "ROC", "ROK", "UTC"]);

/** An abbreviation that stands for different zones, or for none that we know, is refused. */
function checkZone(reader: Call["reader"], zone: Expression): void {
  const name = zone.literal?.kind === "text" ? zone.literal.value : "";
  if (!/^[A-Z]{2,5}$/.test(name) || NAMES.has(name) || Object.hasOwn(ZONE_MINUTES, name)) return;
  reader.unsupported(`The time zone '${name}'`, "Use a name such as 'Europe/Paris'", zone);
}

/** CONVERT_TIMEZONE([from,] to, moment). */
export function convertZoneCall(call: Call): Code {
  const values = call.arguments;
  values.slice(0, -1).forEach((zone) => checkZone(call.reader, zone));
  const moment = code`CAST(${momentOf(values.at(-1)!)} AS TIMESTAMP)`;
  const to = trimmed(values.at(-2)!.code);
  return values.length === 2
    ? code`dw_to_zone(${to}, ${moment})`
    : code`dw_to_zone(${to}, dw_from_zone(${trimmed(values[0]!.code)}, ${moment}))`;
}

/** TIMEZONE(zone, moment): of one with a zone the clock there, of one without the moment. */
export function zoneCall(call: Call): Code {
  const [zone, moment] = call.arguments;
  checkZone(call.reader, zone!);
  const [name, value] = [trimmed(zone!.code), trimmed(moment!.code)];
  switch (moment!.holds) {
    case "timestamptz":
      return code`dw_to_zone(${name}, CAST(${value} AS TIMESTAMP))`;
    case "timestamp":
    case "date":
      return code`timezone('UTC', dw_from_zone(${name}, CAST(${value} AS TIMESTAMP)))`;
    default:
      return code`timezone(dw_zone_name(${name}), ${value})`;
  }
}

/** INTERVAL_CMP(interval, interval). */
export function compareIntervals({ reader, arguments: values }: Call): Code {
  const [first, second] = values.map((value): Code => {
    if (value.holds === "interval") return trimmed(value.code);
    return value.literal?.kind === "text"
      ? code`CAST(${quotedText(value.literal.value)} AS INTERVAL)`
      : reader.unsupported("A computed interval", "Write the interval out", value);
  });
  return code`CASE WHEN ${first!} > ${second!} THEN 1 WHEN ${first!} = ${second!} THEN 0 ELSE -1 END`;
}

/** Parts of a format whose digits the engine reads one by one, to let them run over. */
const OVERFLOWING: Readonly<Record<string, string>> = {
  "%Y": "to_years(CAST($ AS INTEGER) - 1)",
  "%m": "to_months(CAST($ AS INTEGER) - 1)",
  "%d": "to_days(CAST($ AS INTEGER) - 1)",
  "%H": "to_hours(CAST($ AS BIGINT))",
  "%M": "to_minutes(CAST($ AS BIGINT))",
  "%S": "to_seconds(CAST($ AS BIGINT))",
};

/** TO_DATE and TO_TIMESTAMP(text, format [, is_strict]); not strict, the 31st of June is July's 1st. */
export function overflowingCall(type: "DATE" | "TIMESTAMPTZ"): (call: Call) => Code {
  return (call) => {
    const [text, , strict] = call.arguments;
    if (strict !== undefined && strict.literal?.kind !== "boolean") {
      return call.reader.unsupported("A computed is_strict", "Write TRUE or FALSE", strict);
    }
    if (strict?.literal?.value === "TRUE") return readByFormat(type)(call);
    const format = call.arguments[1]!.literal?.value ?? "";
    const pattern = readingPattern(format, call.reader.rules.dialect);
    const value = trimmed(text!.code);
    const overflowed = typeof pattern === "string" ? readLoosely(value, pattern) : null;
    if (typeof pattern !== "string" || overflowed === null) return readByFormat(type)(call);
    const read = code`try_strptime(${value}, ${quotedText(pattern)})`;
    return code`CAST(coalesce(${read}, ${overflowed}) AS ${type})`;
  };
}

/** Reads numbers of fixed width alone; anything else is for the engine to read, or to refuse. */
function readLoosely(value: Code, pattern: string): Code | null {
  const parts: readonly string[] = pattern.match(/%.|[^%]+/g) ?? [];
  if (!parts.includes("%Y") || parts.some((part) => part[0] === "%" && !(part in OVERFLOWING))) {
    return null;
  }
  const groups = parts.filter((part) => part[0] === "%");
  const regular = parts.map((part) =>
    part === "%Y" ? "(\\d{4})" : part[0] === "%" ? "(\\d{1,2})" : part.replace(/[^\w\s]/g, "\\$&")
  ).join("");
  const sum = groups.map((part, i): Code => {
    const [before = "", after = ""] = OVERFLOWING[part]!.split("$");
    const digits = code`regexp_extract(${value}, ${quotedText(`^${regular}`)}, ${String(i + 1)})`;
    return code` + ${before}${digits}${after}`;
  });
  return code`TIMESTAMP '0001-01-01'${sum}`;
}
