import { type Code, code, trimmed } from "../code.ts";
import type { ForeignDialect } from "../dialect_rules.ts";
import { quotedText } from "../names.ts";
import type { Call } from "./function_rule.ts";

/** A number's format, taken apart. */
interface NumberFormat {
  readonly fill: boolean;
  /** Digits before the point, as 9, 0 and commas. */
  readonly whole: string;
  readonly fraction: string;
  readonly point: boolean;
  readonly currency: boolean;
  readonly sign: "angle" | "before" | "behind" | "plain" | "minus";
}

const SHAPE = /^(FM)?(S)?(\$|L)?([90,G]*)(?:([.D])([90]*))?(S|MI|PR)?$/i;

/** Whether a format is one of numbers: it has digits, and none of a date's letters. */
export function isNumberFormat(format: string): boolean {
  return SHAPE.test(format.trim()) && /[90]/.test(format);
}

/**
 * Writes a number in a format such as `9,999.00`.
 *
 * @returns The expression, or null if the format is none that we can write.
 */
export function formattedNumber(
  value: Code,
  { format, dialect }: { readonly format: string; readonly dialect: ForeignDialect },
): Code | null {
  const shape = SHAPE.exec(format.trim());
  if (shape === null) return null;
  if (shape[3] !== undefined && dialect !== "snowflake") {
    // To PostgreSQL and its kin a dollar is a letter like any other; L depends on the server.
    const rest = format.trim().replace("$", "");
    return shape[3] === "$" && format.trim().startsWith("$")
      ? code`('$' || ${formattedNumber(value, { format: rest, dialect }) ?? "NULL"})`
      : null;
  }
  const [, fill, before, currency, whole = "", point, fraction = "", behind = ""] = shape;
  const sign = before !== undefined ? "before" : SIGNS[behind.toUpperCase()] ?? "plain";
  return write(value, {
    fill: fill === undefined,
    whole: whole.toUpperCase().replaceAll("G", ","),
    fraction,
    point: point !== undefined,
    currency: currency !== undefined,
    sign,
  });
}

/** A number in a format of PostgreSQL with texts before and behind it, such as `FM90.0"%"`. */
export function decoratedNumber(value: Code, format: string): Code | null {
  const parts = /^((?:"[^"]*"|[^\w"$.,+-])*)([\w$.,]*)((?:"[^"]*"|[^\w"$.,+])*)$/
    .exec(format.trim());
  if (parts === null) return null;
  const [, before = "", digits = "", behind = ""] = parts;
  if (/SG/i.test(digits) || !isNumberFormat(digits)) return null;
  const number = formattedNumber(value, { format: digits, dialect: "postgres" });
  if (number === null || (before === "" && behind === "")) return number;
  const plain = (text: string) => quotedText(text.replaceAll('"', ""));
  return code`${plain(before)} || (${number}) || ${plain(behind)}`;
}

/** TO_NUMBER(text, format): the digits, with a point where the format has one. */
export function toNumberCall({ reader, arguments: [text, format] }: Call): Code {
  const shape = format!.literal?.kind === "text" ? SHAPE.exec(format!.literal.value.trim()) : null;
  if (shape === null || shape[3] !== undefined) {
    return reader.unsupported(
      "This format of TO_NUMBER",
      "Use 9, 0, comma, point, S and MI",
      format!,
    );
  }
  const scale = String((shape[6] ?? "").length);
  const count = String((shape[4] ?? "").replace(/[^90]/g, "").length);
  const value = code`(${trimmed(text!.code)})`;
  const digits = code`regexp_replace(${value}, '[^0-9.]', '', 'g')`;
  const sign = code`CASE WHEN ${value} LIKE '%-%' THEN '-' ELSE '' END`;
  const number = code`CAST(${sign} || ${digits} AS DECIMAL(38, ${scale}))`;
  if (reader.rules.dialect !== "postgres") return number;
  // PostgreSQL leaves off in silence what the format has no digits for.
  return code`CASE WHEN strlen(split_part(${digits}, '.', 1)) > ${count}
    THEN error('The number has more digits than its format') ELSE ${number} END`;
}

const SIGNS: Readonly<Record<string, NumberFormat["sign"]>> = {
  S: "behind",
  MI: "minus",
  PR: "angle",
};

function write(value: Code, format: NumberFormat): Code {
  const { whole, fraction, fill } = format;
  const digits = whole.replaceAll(",", "");
  const zeros = digits.includes("0") ? digits.length - digits.indexOf("0") : 0;
  const rounded = code`abs(round(CAST(${value} AS DECIMAL(38,10)), ${String(fraction.length)}))`;
  const integer = code`CAST(trunc(${rounded}) AS HUGEINT)`;
  const text = whole.includes(",")
    ? code`format('{:,}', ${integer})`
    : code`CAST(${integer} AS VARCHAR)`;
  const filled = zeros > 0 ? zeroFilled(integer, { whole, zeros }) : text;
  // Nothing stands before the point where a 9 would write a zero.
  const shown = zeros === 0 && format.point
    ? code`CASE WHEN ${fill ? integer : rounded} = 0 THEN ${
      fill ? "''" : "'0'"
    } WHEN ${integer} = 0 THEN '' ELSE ${filled} END`
    : filled;
  const tail = format.point ? code` || '.' || ${fractionOf(rounded, fraction, fill)}` : "";
  const digitsMax = String(digits.length);
  const tooLong = code`${integer} > 0 AND length(CAST(${integer} AS VARCHAR)) > ${digitsMax}`;
  const hashes = quotedText(
    whole.replace(/[90]/g, "#") + (format.point ? `.${"#".repeat(fraction.length)}` : ""),
  );
  const number = code`CASE WHEN ${tooLong} THEN ${hashes} ELSE ${shown}${tail} END`;
  const body = code`(${format.currency ? "'$' || " : ""}${number})`;
  const width = whole.length + (format.point ? 1 + fraction.length : 0) + (format.currency ? 1 : 0);
  const signed = withSign(value, body, { format, width });
  return code`CASE WHEN ${value} IS NULL THEN NULL ELSE ${signed} END`;
}

/** Zeros up to the first 0 of the format, with the commas that fall among them. */
function zeroFilled(integer: Code, { whole, zeros }: { whole: string; zeros: number }): Code {
  if (!whole.includes(",")) {
    return code`CASE WHEN length(CAST(${integer} AS VARCHAR)) >= ${String(zeros)}
      THEN CAST(${integer} AS VARCHAR) ELSE lpad(CAST(${integer} AS VARCHAR), ${
      String(zeros)
    }, '0') END`;
  }
  // A digit in front makes the commas come out; it is cut off again.
  const length = zeros + Math.floor((zeros - 1) / 3);
  const carrier = `1${"0".repeat(zeros)}`;
  return code`CASE WHEN length(CAST(${integer} AS VARCHAR)) >= ${String(zeros)}
    THEN format('{:,}', ${integer})
    ELSE right(format('{:,}', ${integer} + CAST(${carrier} AS HUGEINT)), ${String(length)}) END`;
}

function fractionOf(rounded: Code, fraction: string, fill: boolean): Code {
  const count = fraction.length;
  if (count === 0) return "''";
  const all = code`lpad(CAST(CAST(round((${rounded} - trunc(${rounded})) * ${`1${
    "0".repeat(count)
  }`}) AS BIGINT) AS VARCHAR), ${String(count)}, '0')`;
  const kept = fraction.lastIndexOf("0") + 1;
  if (fill || kept === count) return all;
  return code`(left(${all}, ${String(kept)}) || rtrim(substr(${all}, ${String(kept + 1)}), '0'))`;
}

function withSign(
  value: Code,
  body: Code,
  { format, width }: { readonly format: NumberFormat; readonly width: number },
): Code {
  const { sign, fill } = format;
  const negative = code`${value} < 0`;
  const wide = (text: Code, size: number) =>
    fill ? code`lpad(${text}, ${String(size)}, ' ')` : text;
  switch (sign) {
    case "plain":
      return wide(code`(CASE WHEN ${negative} THEN '-' ELSE '' END || ${body})`, width + 1);
    case "before":
      return wide(code`(CASE WHEN ${negative} THEN '-' ELSE '+' END || ${body})`, width + 1);
    case "behind":
      return code`(${wide(body, width)} || CASE WHEN ${negative} THEN '-' ELSE '+' END)`;
    case "minus":
      return code`(${wide(body, width)} || CASE WHEN ${negative} THEN '-' ELSE ${
        fill ? "' '" : "''"
      } END)`;
    case "angle":
      return code`CASE WHEN ${negative} THEN ${wide(code`('<' || ${body} || '>')`, width + 2)}
        ELSE ${fill ? code`(' ' || ${wide(body, width)} || ' ')` : body} END`;
  }
}
