import { type Code, code, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { quotedText } from "../names.ts";
import { isPlainMoment } from "../plain_moment.ts";
import { addCall, differenceCall, partOf, readPattern, toTextCall } from "./_dates.ts";
import { isNumberFormat } from "./_number_formats.ts";
import type { Call, FunctionRule, FunctionRules } from "./function_rule.ts";

const KNOWN: ReadonlySet<string | undefined> = new Set([
  "date",
  "time",
  "timestamp",
  "timestamptz",
]);

/** A rule whose arguments at these places are dates or times, or texts that are read as such. */
export function moments(places: readonly number[], rule: FunctionRule): FunctionRule {
  return {
    ...rule,
    write: (call) =>
      rule.write({
        ...call,
        arguments: call.arguments.map((each, i) =>
          places.includes(i) ? momentOfSnowflake(each) : each
        ),
      }),
  };
}

/** Rules of functions whose first argument is a date or a time. */
export function firstMoments(rules: FunctionRules): FunctionRules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, moments([0], rule)]),
  );
}

/** The expression as a date or a time, whatever it is. */
export function momentOfSnowflake(value: Expression): Expression {
  const { literal: _literal, ...rest } = value;
  return { ...rest, code: momentCode(value) };
}

function momentCode({ code: written, holds, literal }: Expression): Code {
  const value = trimmed(written);
  if (literal?.kind === "null") return code`CAST(${value} AS TIMESTAMP)`;
  if (literal?.kind === "text") {
    return isPlainMoment(literal.value, "TIMESTAMP")
      ? code`CAST(${value} AS TIMESTAMP)`
      : code`dw_text_moment(${value})`;
  }
  return KNOWN.has(holds) ? value : code`dw_when(${value})`;
}

/** DATEADD(part, count, moment); a fraction of a count is rounded. */
export function snowflakeAddCall(call: Call): Code {
  const [, count, moment] = call.arguments;
  if (isNanosecond(call)) {
    return code`(${trimmed(moment!.code)} + to_microseconds(CAST(${
      trimmed(count!.code)
    } // 1000 AS BIGINT)))`;
  }
  const whole = /^-?\d+$/.test(count!.literal?.value ?? "");
  const rounded = whole ? count! : { ...count!, code: code`round(${trimmed(count!.code)})` };
  return addCall({ ...call, arguments: [call.arguments[0]!, rounded, moment!] });
}

/** DATEDIFF(part, from, to). */
export function snowflakeDifferenceCall(call: Call): Code {
  if (!isNanosecond(call)) return differenceCall(call);
  const [, from, to] = call.arguments.map((each) => trimmed(each.code));
  return code`(date_diff('microsecond', ${from!}, ${to!}) * 1000)`;
}

function isNanosecond(call: Call): boolean {
  return partOf(call, 0) === "nanosecond";
}

type MomentType = "DATE" | "TIME" | "TIMESTAMP" | "TIMESTAMPTZ";

const READERS: Readonly<Record<MomentType, string>> = {
  DATE: "date",
  TIME: "time",
  TIMESTAMP: "moment",
  TIMESTAMPTZ: "zoned",
};

/** TO_DATE(value [, format]) and its like; the tolerant ones give NULL for what is none. */
export function readMoment(
  type: MomentType,
  { tolerant = false }: { readonly tolerant?: boolean } = {},
): (call: Call) => Code {
  const reader = `dw_${tolerant ? "try_" : ""}${READERS[type]}`;
  return (call) => {
    const [value, format] = call.arguments;
    const text = trimmed(value!.code);
    const { literal } = format ?? {};
    if (literal?.kind === "number" && /^[0-9]$/.test(literal.value)) {
      return scaled(text, { type, scale: Number(literal.value) });
    }
    if (format !== undefined && literal?.value.toUpperCase() !== "AUTO") {
      return readByPattern(call, { type, tolerant });
    }
    if (value!.literal?.kind === "null") return code`CAST(NULL AS ${type})`;
    if (value!.literal?.kind !== "text") return code`${reader}(${text})`;
    return !tolerant && isPlainMoment(value!.literal.value, type)
      ? code`CAST(${text} AS ${type})`
      : code`${reader}(CAST(${text} AS VARCHAR))`;
  };
}

/** What a format of dates or times has, and one of numbers has not. */
const OF_MOMENTS = /yy|mm|mo|dd|dy|hh|h12|h24|mi|me|ss|ff|am|pm|tzh|\b[ydhs]\b/i;

/** TO_CHAR(value [, format]). */
export function snowflakeTextCall(call: Call): Code {
  const [value, format] = call.arguments;
  const text = format?.literal?.kind === "text" ? format.literal.value : null;
  const subject = trimmed(value!.code);
  if (text !== null && /^(?:auto|tm9?)$/i.test(text)) return code`dw_text(${subject})`;
  if (text === null || isNumberFormat(text)) return toTextCall(call);
  if (!OF_MOMENTS.test(text.replace(/"[^"]*"/g, ""))) {
    return call.reader.unsupported(
      `The format '${text}'`,
      "Use 9, 0, comma, point, S, MI and $, or the elements of dates",
      format!,
    );
  }
  if (value!.literal?.kind === "text") return toTextCall(call);
  return toTextCall({
    ...call,
    arguments: [{ ...value!, code: code`dw_clock(${subject})` }, format!],
  });
}

/** TO_TIMESTAMP(count, scale): so many seconds, thousandths or finer since 1970. */
function scaled(count: Code, { type, scale }: { type: string; scale: number }): Code {
  const whole: Code = scale <= 6
    ? code`floor(CAST(${count} AS DECIMAL(38, 9)) * ${String(10 ** (6 - scale))})`
    : code`CAST(${count} AS HUGEINT) // ${String(10 ** (scale - 6))}`;
  return code`CAST(make_timestamp(CAST(${whole} AS BIGINT)) AS ${type})`;
}

/** Two digits of a year are of 1970 to 2069, and the engine's of 1969 to 2068. */
function readByPattern(
  call: Call,
  { type, tolerant }: { readonly type: MomentType; readonly tolerant: boolean },
): Code {
  const pattern = readPattern(call, 1);
  const text = trimmed(call.arguments[0]!.code);
  const read = code`${tolerant ? "try_strptime" : "strptime"}(${text}, ${quotedText(pattern)})`;
  const made = pattern.includes("%y")
    ? code`${read} + CASE WHEN year(${read}) = 1969 THEN INTERVAL 100 YEAR ELSE INTERVAL 0 YEAR END`
    : read;
  return code`CAST(${made} AS ${type})`;
}
