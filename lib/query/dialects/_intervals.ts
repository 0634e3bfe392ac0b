import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { quotedText } from "./names.ts";
import { readPart } from "./date_parts.ts";
import { LONG_UNITS, plainUnits } from "./_postgres_intervals.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { spanning } from "./values.ts";

/** Parts of an interval that the engine has words for; others are multiples of them. */
const UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  year: ["years", 1],
  quarter: ["months", 3],
  month: ["months", 1],
  week: ["weeks", 1],
  day: ["days", 1],
  hour: ["hours", 1],
  minute: ["minutes", 1],
  second: ["seconds", 1],
  millisecond: ["milliseconds", 1],
  microsecond: ["microseconds", 1],
  nanosecond: ["microseconds", 0.001],
};

const CLOCK = /^[+-]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/** `INTERVAL '1 year, 2 days'`, `INTERVAL '3' DAY`, `INTERVAL 3 DAY`. */
export function readInterval(reader: Reader): Expression {
  const start = reader.expectWord("INTERVAL");
  const token = reader.take();
  if (token.kind !== "string" && token.kind !== "number") {
    return reader.syntax("expected a length of time", token);
  }
  const range = readRange(reader);
  const unit = range === null ? readUnit(reader) : null;
  const text = range !== null
    ? inRange(token.value, range)
    : unit === null
    ? token.value
    : `${token.value} ${unit}`;
  const written = intervalText(text, reader);
  if (written === null) {
    return reader.unsupported(
      `The interval '${token.value}'`,
      "Write numbers and units, as in INTERVAL '1 year 2 months 3 days'",
      token,
    );
  }
  return spanning(start, reader.previous, {
    code: [start.lead, { text: `INTERVAL ${quotedText(written)}`, at: start.from }],
    holds: "interval",
    atomic: true,
    title: "interval",
    word: /(hour|minute|second)s/.test(written) || written.includes(":") ? "CLOCK" : "CALENDAR",
  });
}

/** Redshift's `'1-2' YEAR TO MONTH` and `'1 02:03:04' DAY TO SECOND`, whose digits say it all. */
const RANGES: Readonly<Record<string, RegExp>> = {
  "YEAR MONTH": /^\s*(-?)(\d+)-(\d+)\s*$/,
  "DAY SECOND": /^\s*(-?)(\d+) (\d{1,2}:\d\d:\d\d(?:\.\d+)?)\s*$/,
};

function readRange(reader: Reader): string | null {
  if (reader.rules.dialect !== "redshift") return null;
  for (const range of Object.keys(RANGES)) {
    const [from = "", to = ""] = range.split(" ");
    if (reader.accept(from, "TO", to)) return range;
  }
  return null;
}

/** In words and without its range; of another form it stays as it is, and is refused. */
function inRange(text: string, range: string): string {
  const found = RANGES[range]!.exec(text);
  if (found === null) return `${text} ${range}`;
  const [, sign = "", first = "", second = ""] = found;
  return range === "YEAR MONTH"
    ? `${sign}${first} years ${sign}${second} months`
    : `${sign}${first} days ${sign}${second}`;
}

function readUnit(reader: Reader): string | null {
  const token = reader.peek();
  if (token.kind !== "word" || !(token.value.toLowerCase().replace(/s$/, "") in UNITS)) return null;
  reader.take();
  if (reader.isWord("TO")) {
    reader.unsupported("An interval from one unit TO another", "Write numbers with units", token);
  }
  return token.value;
}

function intervalText(written: string, reader: Reader): string | null {
  const pieces: string[] = [];
  const isPostgres = reader.rules.dialect === "postgres";
  const text = isPostgres ? plainUnits(written) : written;
  const words = text.replaceAll(",", " ").replace(/(\d)([a-zA-Z])/g, "$1 $2").trim().split(/\s+/);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (CLOCK.test(word)) {
      pieces.push(word);
      continue;
    }
    if (!/^[+-]?\d+(\.\d+)?$/.test(word)) return null;
    const unit = words[++i];
    // A number alone counts seconds in all of the dialects.
    const part = unit === undefined ? "second" : readPart(reader.rules.dialect, unit);
    if (part === null || (isPostgres && part === "quarter")) return null;
    const found = UNITS[part] ?? (isPostgres ? LONG_UNITS[part] : undefined);
    if (found === undefined) return null;
    const count = Number(word) * found[1];
    if (found[1] < 1 && !Number.isInteger(count)) return null;
    pieces.push(`${count} ${found[0]}`);
  }
  return pieces.length === 0 ? null : pieces.join(" ");
}

/** Days and longer keep a date of Snowflake a date; elsewhere it becomes a moment. */
export function addInterval(
  reader: Reader,
  operator: Token,
  [left, right]: readonly [Expression, Expression],
): Expression | null {
  if (reader.rules.dialect !== "snowflake") return null;
  if (left.word === "CALENDAR" && left.holds === "interval" && operator.text === "+") {
    return addInterval(reader, operator, [right, { ...left, from: right.from, to: right.to }]);
  }
  if (right.word !== "CALENDAR") return null;
  const sign = operator.text === "-" ? "-" : "";
  const written: Code = code` dw_shift(${trimmed(left.code)}, ${sign}${trimmed(right.code)})`;
  return spanning(left, right, {
    code: written,
    ...(left.holds ? { holds: left.holds } : {}),
    atomic: true,
  });
}
