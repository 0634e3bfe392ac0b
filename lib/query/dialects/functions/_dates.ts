import { type Code, code, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { quotedText } from "../names.ts";
import { readPart } from "../date_parts.ts";
import { formatted, readingPattern } from "./_date_formats.ts";
import { formattedNumber, isNumberFormat } from "./_number_formats.ts";
import type { Call } from "./function_rule.ts";

const STEPS: Readonly<Record<string, string>> = {
  year: "to_years(CAST($ AS INTEGER))",
  quarter: "to_months(CAST(3 * ($) AS INTEGER))",
  month: "to_months(CAST($ AS INTEGER))",
  week: "to_days(CAST(7 * ($) AS INTEGER))",
  day: "to_days(CAST($ AS INTEGER))",
  dow: "to_days(CAST($ AS INTEGER))",
  doy: "to_days(CAST($ AS INTEGER))",
  hour: "to_hours(CAST($ AS BIGINT))",
  minute: "to_minutes(CAST($ AS BIGINT))",
  second: "to_seconds(CAST($ AS BIGINT))",
  millisecond: "to_milliseconds(CAST($ AS BIGINT))",
  microsecond: "to_microseconds(CAST($ AS BIGINT))",
  decade: "to_years(CAST(10 * ($) AS INTEGER))",
  century: "to_years(CAST(100 * ($) AS INTEGER))",
  millennium: "to_years(CAST(1000 * ($) AS INTEGER))",
};

const CALENDAR = new Set(["year", "quarter", "month", "week", "day", "dow", "doy"]);
const DIFFERENCES = new Set([
  ...["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond"],
  ...["microsecond"],
]);
const TRUNCATIONS = new Set([...DIFFERENCES, "decade"]);

/** The engine's name of the part that an argument names. */
export function partOf(call: Call, index: number, among?: ReadonlySet<string>): string {
  const argument = call.arguments[index]!;
  const { reader } = call;
  const name = argument.word ?? (argument.literal?.kind === "text" ? argument.literal.value : null);
  const part = name === null ? null : readPart(reader.rules.dialect, name);
  if (part === null || (among !== undefined && !among.has(part))) {
    const text = reader.sql.slice(argument.from, argument.to);
    return reader.unsupported(
      `The date part ${text} in ${call.name.value}`,
      "Use a plain part, such as year, month, week, day, hour, minute or second",
      argument,
    );
  }
  return part;
}

/** A date or a moment; a text is read as a moment. */
export function momentOf({ code: value, literal }: Expression): Code {
  return literal?.kind === "text" ? code`CAST(${trimmed(value)} AS TIMESTAMP)` : trimmed(value);
}

/** DATEADD(part, count, moment). */
export function addCall(call: Call): Code {
  const part = partOf(call, 0);
  const step = STEPS[part];
  if (step === undefined) return partOf(call, 0, new Set(Object.keys(STEPS)));
  const count = trimmed(call.arguments[1]!.code);
  const moment = momentOf(call.arguments[2]!);
  const [before = "", after = ""] = step.split("$");
  const length = code`${before}${count}${after}`;
  return call.reader.rules.dialect === "snowflake" && CALENDAR.has(part)
    ? code`dw_shift(${moment}, ${length})`
    : code`(${moment} + ${length})`;
}

/** DATEDIFF(part, from, to): how many borders of the part lie between them. */
export function differenceCall(call: Call): Code {
  const part = partOf(call, 0, DIFFERENCES);
  const [, from, to] = call.arguments;
  if (part === "week") {
    // A week of Redshift's DATEDIFF starts on Sunday, though one of DATE_TRUNC starts on Monday.
    const shift = call.reader.rules.dialect === "redshift" ? "1" : "0";
    return code`dw_weeks(${momentOf(from!)}, ${momentOf(to!)}, ${shift})`;
  }
  return code`date_diff('${part}', ${momentOf(from!)}, ${momentOf(to!)})`;
}

/** DATE_TRUNC(part, moment); Snowflake keeps a date a date. */
export function truncationCall(call: Call): Code {
  return truncation(call, 0, call.arguments[1]!);
}

export function truncation(call: Call, index: number, value: Expression): Code {
  const part = partOf(call, index, TRUNCATIONS);
  const written = code`date_trunc('${part}', ${momentOf(value)})`;
  return call.reader.rules.dialect !== "redshift"
    ? code`dw_truncated_date('${part}', ${momentOf(value)})`
    : written;
}

/** DATE_PART(part, moment), or EXTRACT, which Redshift reads otherwise. */
export function partCall(call: Call): Code {
  const part = partOf(call, 0);
  const [, value] = call.arguments;
  const { dialect } = call.reader.rules;
  const moment = momentOf(value!);
  if (dialect === "snowflake") return snowflakePart(call, part, moment);
  const extract = dialect === "redshift" && call.name.value === "EXTRACT";
  switch (part) {
    case "second":
      return extract
        ? code`date_part('second', ${moment})`
        : code`(date_part('microsecond', ${moment}) / 1e6)`;
    case "millisecond":
      return extract
        ? code`(date_part('millisecond', ${moment}) % 1000)`
        : code`(date_part('microsecond', ${moment}) / 1e3)`;
    case "microsecond":
      if (extract) {
        call.reader.unsupported(
          "EXTRACT of microseconds",
          "Use DATE_PART(microseconds, …), which counts the seconds too",
          call.arguments[0]!,
        );
      }
      break;
    case "epoch":
      return dialect === "redshift"
        ? code`CAST(floor(date_part('epoch', ${moment})) AS BIGINT)`
        : code`date_part('epoch', ${moment})`;
  }
  return code`date_part('${part}', ${moment})`;
}

function snowflakePart(call: Call, part: string, moment: Code): Code {
  switch (part) {
    case "epoch":
      return code`CAST(floor(date_part('epoch', ${moment})) AS BIGINT)`;
    case "epoch_millisecond":
      return code`epoch_ms(CAST(${moment} AS TIMESTAMP))`;
    case "epoch_microsecond":
      return code`epoch_us(CAST(${moment} AS TIMESTAMP))`;
    case "epoch_nanosecond":
      return code`epoch_ns(CAST(${moment} AS TIMESTAMP))`;
    case "nanosecond":
      return code`(date_part('microsecond', ${moment}) % 1000000 * 1000)`;
    case "millisecond":
    case "microsecond":
    case "decade":
    case "century":
    case "millennium":
      return partOf(call, 0, new Set());
    default:
      return code`date_part('${part}', ${moment})`;
  }
}

/** LAST_DAY(moment [, part]). */
export function lastDayCall(call: Call): Code {
  const moment = momentOf(call.arguments[0]!);
  if (call.arguments.length === 1) return code`last_day(CAST(${moment} AS DATE))`;
  const part = partOf(call, 1, new Set(["year", "quarter", "month", "week"]));
  const step = part === "quarter" ? "3 months" : `1 ${part}`;
  return code`CAST(date_trunc('${part}', ${moment}) + INTERVAL '${step}' - INTERVAL 1 day AS DATE)`;
}

/** TIME_SLICE(moment, count, part [, 'START' | 'END']), counted from 1970. */
export function sliceCall(call: Call): Code {
  const part = partOf(
    call,
    2,
    new Set(["year", "quarter", "month", "week", "day", "hour", "minute", "second"]),
  );
  const [moment, count, , end] = call.arguments;
  const length = count!.literal?.value ?? "";
  if (!/^[1-9]\d*$/.test(length)) {
    return call.reader.unsupported(
      "A computed length of TIME_SLICE",
      "Write the length out",
      count!,
    );
  }
  const step = part === "quarter" ? `${3 * Number(length)} months` : `${length} ${part}s`;
  // The first Monday on which weeks are counted comes before the first day.
  const origin = part === "week" ? "1969-12-29" : "1970-01-01";
  const value = momentOf(moment!);
  const ends = end?.literal?.value.toUpperCase() === "END" ? ` + INTERVAL '${step}'` : "";
  return code`dw_like(${value}, time_bucket(INTERVAL '${step}', ${value}, TIMESTAMP '${origin}')${ends})`;
}

/** TO_CHAR(value [, format]). */
export function toTextCall(call: Call): Code {
  const [value, format] = call.arguments;
  if (format === undefined) return code`dw_text(${trimmed(value!.code)})`;
  const text = formatText(call, 1);
  const subject = value!.literal?.kind === "text" ? momentOf(value!) : trimmed(value!.code);
  const dialect = call.reader.rules.dialect;
  if (isNumberFormat(text)) {
    const number = formattedNumber(code`(${subject})`, { format: text, dialect });
    if (number !== null) return code`(${number})`;
  }
  const written = formatted(subject, { format: text, dialect });
  if (typeof written === "object" && "unknown" in written) {
    return refuseFormat(call, 1, written.unknown);
  }
  return written;
}

/** TO_DATE(text, format) and its like: reads a text by a format. */
export function readByFormat(
  type: "DATE" | "TIME" | "TIMESTAMP" | "TIMESTAMPTZ",
  { tolerant = false }: { readonly tolerant?: boolean } = {},
): (call: Call) => Code {
  return (call) => {
    const [value, format] = call.arguments;
    const text = trimmed(value!.code);
    const name = tolerant ? "TRY_CAST" : "CAST";
    if (format === undefined) return readPlain(call, { type, name });
    if (format.literal?.kind === "number" && /^[0-9]$/.test(format.literal.value)) {
      return scaled(text, { type, scale: Number(format.literal.value) });
    }
    if (format.literal?.kind === "text" && format.literal.value.toUpperCase() === "AUTO") {
      return code`${name}(${text} AS ${type})`;
    }
    const pattern = readPattern(call, 1);
    const reader = tolerant ? "try_strptime" : "strptime";
    return code`CAST(${reader}(${text}, ${quotedText(pattern)}) AS ${type})`;
  };
}

/** The pattern by which the engine reads what the format at `index` describes. */
export function readPattern(call: Call, index: number): string {
  const pattern = readingPattern(formatText(call, index), call.reader.rules.dialect);
  return typeof pattern === "object" ? refuseFormat(call, index, pattern.unknown) : pattern;
}

/** TO_TIMESTAMP(count, scale): so many seconds, thousandths or finer since 1970. */
function scaled(count: Code, { type, scale }: { type: string; scale: number }): Code {
  const factor = scale <= 6 ? `* ${10 ** (6 - scale)}` : `// ${10 ** (scale - 6)}`;
  return code`CAST(make_timestamp(CAST(${count} AS BIGINT) ${factor}) AS ${type})`;
}

function readPlain(call: Call, { type, name }: { type: string; name: string }): Code {
  const [value] = call.arguments;
  const text = trimmed(value!.code);
  const digits = /^\d+$/;
  const { literal } = value!;
  if (literal !== undefined && digits.test(literal.value) && type !== "TIME") {
    return code`CAST(make_timestamp(${microseconds(literal.value)}) AS ${type})`;
  }
  if (literal?.kind === "text" || type === "TIME") return code`${name}(${text} AS ${type})`;
  return name === "CAST"
    ? code`CAST(dw_to_moment(${text}) AS ${type})`
    : code`${name}(dw_text(${text}) AS ${type})`;
}

/** A count since 1970: of seconds while it is small, of finer parts as it grows. */
function microseconds(digits: string): string {
  const count = Number(digits);
  if (count < 31536000000) return `${digits}000000`;
  if (count < 31536000000000) return `${digits}000`;
  return count < 31536000000000000 ? digits : digits.slice(0, -3);
}

function formatText(call: Call, index: number): string {
  const { literal, from, to } = call.arguments[index]!;
  if (literal?.kind === "text") return literal.value;
  return call.reader.unsupported("A computed format", "Write the format out", { from, to });
}

function refuseFormat(call: Call, index: number, element: string): never {
  return call.reader.unsupported(
    `The format element '${element}'`,
    "Use elements such as YYYY, MM, DD, HH24, MI and SS",
    call.arguments[index]!,
  );
}
