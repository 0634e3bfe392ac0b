import { type Code, code, joined, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { quotedText } from "../names.ts";
import { readPart } from "../date_parts.ts";
import { formatted, readingPattern } from "./_date_formats.ts";
import { decoratedNumber, formattedNumber, isNumberFormat } from "./_number_formats.ts";
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
const LONG_PARTS = new Set(["year", "decade", "century", "millennium"]);
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
  const { dialect } = call.reader.rules;
  if (dialect === "snowflake" && CALENDAR.has(part)) return code`dw_shift(${moment}, ${length})`;
  // A year after the 29th of February is the 1st of March to Redshift's DATEADD.
  if (dialect === "redshift" && LONG_PARTS.has(part)) {
    return code`dw_add_years(${moment}, ${length})`;
  }
  return code`(${moment} + ${length})`;
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
  const { dialect } = call.reader.rules;
  if (dialect === "postgres" && value.column === undefined) {
    return value.holds === "date" ? code`CAST(${written} AS TIMESTAMPTZ)` : written;
  }
  return dialect !== "redshift" ? code`dw_truncated_date('${part}', ${momentOf(value)})` : written;
}

/** DATE_PART(part, moment), or EXTRACT, which Redshift reads otherwise. */
export function partCall(call: Call): Code {
  const part = partOf(call, 0);
  const [, value] = call.arguments;
  const { dialect } = call.reader.rules;
  const moment = momentOf(value!);
  if (dialect === "snowflake") return snowflakePart(call, part, moment);
  if (dialect === "postgres") return postgresPart(call, { part, moment });
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
    case "decade":
      // The year 2000 is in the 201st decade of Redshift, and in the 200th of PostgreSQL.
      return dialect === "redshift"
        ? code`(date_part('decade', ${moment}) + 1)`
        : code`date_part('decade', ${moment})`;
    case "epoch":
      return dialect === "redshift"
        ? code`CAST(floor(date_part('epoch', ${moment})) AS BIGINT)`
        : code`date_part('epoch', ${moment})`;
  }
  return code`date_part('${part}', ${moment})`;
}

const FRACTIONS: Readonly<Record<string, readonly [divisor: string, type: string]>> = {
  second: ["1e6", "DECIMAL(18,6)"],
  millisecond: ["1e3", "DECIMAL(18,3)"],
};

/** EXTRACT is a decimal, so that a division of it is none of whole numbers; DATE_PART is a double. */
function postgresPart(
  { reader, name, arguments: [argument, value] }: Call,
  { part, moment }: { readonly part: string; readonly moment: Code },
): Code {
  const extracts = name.value === "EXTRACT";
  if (extracts && value!.holds === "date" && CLOCK_PARTS.has(part)) {
    reader.unsupported(
      `EXTRACT of the ${part} of a date`,
      "A date has none; cast it first",
      argument!,
    );
  }
  const fraction = FRACTIONS[part];
  if (fraction !== undefined) {
    const [divisor, type] = fraction;
    const found = code`(date_part('microsecond', ${moment}) / ${divisor})`;
    return extracts ? code`CAST(${found} AS ${type})` : found;
  }
  const found = code`date_part('${part}', ${moment})`;
  if (part === "epoch") return extracts ? code`CAST(${found} AS DECIMAL(18,6))` : found;
  return part === "julian" ? found : code`CAST(${found} AS DECIMAL(18,0))`;
}

const CLOCK_PARTS = new Set(["hour", "minute", "second", "millisecond", "microsecond"]);

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
  if (dialect === "postgres" && value!.holds === "interval") return intervalInFormat(call, text);
  if (dialect === "postgres" && value!.holds === "number") {
    const number = decoratedNumber(code`(${subject})`, text);
    return number === null ? refuseFormat(call, 1, text) : code`(${number})`;
  }
  if (isNumberFormat(text)) {
    const number = formattedNumber(code`(${subject})`, { format: text, dialect });
    if (number !== null) return code`(${number})`;
  }
  const moment = dialect === "postgres" && value!.holds === "time"
    ? code`(DATE '2000-01-01' + ${subject})`
    : subject;
  const written = formatted(moment, { format: text, dialect });
  if (typeof written === "object" && "unknown" in written) {
    return refuseFormat(call, 1, written.unknown);
  }
  return written;
}

/** Hours of an interval are as many as there are, and more than a clock shows. */
const INTERVAL_PARTS: Readonly<Record<string, string>> = {
  HH24: "lpad(CAST(date_part('hour', $) AS VARCHAR), " +
    "CAST(greatest(2, strlen(CAST(date_part('hour', $) AS VARCHAR))) AS INTEGER), '0')",
  MI: "lpad(CAST(date_part('minute', $) AS VARCHAR), 2, '0')",
  SS: "lpad(CAST(date_part('second', $) AS VARCHAR), 2, '0')",
  MS: "lpad(CAST(date_part('millisecond', $) % 1000 AS VARCHAR), 3, '0')",
  DD: "lpad(CAST(date_part('day', $) AS VARCHAR), 2, '0')",
};

function intervalInFormat(call: Call, format: string): Code {
  const value = trimmed(call.arguments[0]!.code);
  const pieces = format.match(/HH24|MI|SS|MS|DD|"[^"]*"|[^A-Za-z"]+|[A-Za-z"]/gi) ?? [];
  const written = pieces.map((piece): Code => {
    const part = INTERVAL_PARTS[piece.toUpperCase()];
    if (part !== undefined) {
      return part.split("$").flatMap((text, i): Code[] => i === 0 ? [text] : [value, text]);
    }
    if (/^[A-Za-z"]$/.test(piece)) return refuseFormat(call, 1, format);
    return quotedText(piece.replaceAll('"', ""));
  });
  return code`(${joined(written, " || ")})`;
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
    const read = code`${reader}(${text}, ${quotedText(pattern)})`;
    if (call.reader.rules.dialect !== "postgres") return code`CAST(${read} AS ${type})`;
    if (!/%[Yy]/.test(pattern)) {
      return call.reader.unsupported("A format without a year", "Read a text with a year", format);
    }
    const near = pattern.includes("%y") ? code`dw_near_year(${read})` : read;
    return code`CAST(${near} AS ${type})`;
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
