import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import { isText } from "./values.ts";

/**
 * A text as Redshift compares it: blanks at its end mean nothing ("Significance of trailing
 * blanks"). A column stays as it is, so that a scan can be told what is sought.
 *
 * @param reader Whose dialect it is.
 * @param value One side of a comparison.
 * @param other The other side.
 */
export function withoutBlanks(reader: Reader, value: Expression, other?: Expression): Code {
  const isOther = other !== undefined && other.holds !== undefined && !isText(other);
  if (reader.rules.dialect !== "redshift" || !isText(value) || isOther) return value.code;
  if (value.literal?.kind === "text") {
    const text = value.literal.value;
    return text.endsWith(" ") ? code` ${quotedText(text.replace(/ +$/, ""))}` : value.code;
  }
  return value.column === undefined ? code` rtrim(${trimmed(value.code)}, ' ')` : value.code;
}
