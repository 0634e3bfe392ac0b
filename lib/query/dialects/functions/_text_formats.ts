import { type Code, code, joined, trimmed } from "../code.ts";
import type { Expression } from "../expression.ts";
import { quotedText } from "../names.ts";
import type { Call } from "./function_rule.ts";

const PIECE = /%%|%(?:(\d+)\$)?(-?)(\d+)?([sIL])|[^%]+|%/g;

/** FORMAT(text, value, …) of PostgreSQL: its places filled with values, names and literals. */
export function formatCall(call: Call): Code {
  const { reader, arguments: [format, ...values] } = call;
  if (format!.literal?.kind !== "text") {
    return reader.unsupported("A computed format", "Write the format out", format!);
  }
  let next = 0;
  const pieces = [...format!.literal.value.matchAll(PIECE)].map((match): Code => {
    const [whole, place, minus, width, kind] = match;
    if (whole === "%%") return "'%'";
    if (kind === undefined && whole !== "%") return quotedText(whole);
    const value = values[place === undefined ? next : Number(place) - 1];
    next = place === undefined ? next + 1 : Number(place);
    if (kind === undefined || value === undefined) {
      return reader.unsupported(
        `The format's '${whole}'`,
        "Use %s, %I and %L, one a value",
        format!,
      );
    }
    return padded(filled(kind, value), { width, isLeft: minus === "-" });
  });
  return pieces.length === 0 ? "''" : code`(${joined(pieces, " || ")})`;
}

function filled(kind: string, value: Expression): Code {
  const written = code`dw_output(${trimmed(value.code)})`;
  if (kind === "s") return code`coalesce(${written}, '')`;
  return kind === "I"
    ? code`dw_quote_name(${written})`
    : code`coalesce(dw_quote_literal(${written}), 'NULL')`;
}

function padded(
  text: Code,
  { width, isLeft }: { readonly width: string | undefined; readonly isLeft: boolean },
): Code {
  if (width === undefined) return text;
  const size = code`CAST(greatest(${width}, length(${text})) AS INTEGER)`;
  return code`${isLeft ? "rpad" : "lpad"}(${text}, ${size}, ' ')`;
}
