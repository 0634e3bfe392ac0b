import { type Code, code, trimmed } from "../code.ts";
import { isoMoment } from "../iso_moment.ts";
import { quotedText } from "../names.ts";
import type { Expression } from "../expression.ts";
import { withoutBlanks } from "../without_blanks.ts";
import type { Call, FunctionRules } from "./function_rule.ts";

/** What the engine's expressions cannot look at: what stands around, and groups met before. */
const LOOKING_AROUND = /\(\?<?[=!]|\\[1-9]/;

/** The parameter 'p' asks for a Perl expression, which the engine's are but for looking around. */
export function withPerl(index: number, write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const letters = call.arguments[index];
    const pattern = call.arguments[1];
    if (letters?.literal?.kind !== "text" || !letters.literal.value.includes("p")) {
      return write(call);
    }
    if (pattern?.literal?.kind !== "text" || LOOKING_AROUND.test(pattern.literal.value)) {
      return call.reader.unsupported(
        "A pattern that looks around",
        "Write a pattern without (?=…), (?!…) and \\1",
        pattern ?? letters,
      );
    }
    const plain = textLike(letters, letters.literal.value.replaceAll("p", ""));
    return write({ ...call, arguments: call.arguments.with(index, plain) });
  };
}

/** In what REGEXP_REPLACE puts in place of a match, $1 is the first group, as \1 is to the engine. */
export function withGroups(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const by = call.arguments[2];
    if (by === undefined || by.literal?.kind === "null") return write(call);
    if (by.literal?.kind === "text" && !by.literal.value.includes("$")) return write(call);
    const written = { ...by, code: code` dw_replacement(${trimmed(by.code)})` };
    return write({ ...call, arguments: call.arguments.with(2, written) });
  };
}

/** The same text in other letters. */
function textLike(value: Expression, text: string): Expression {
  return { ...value, code: quotedText(text), literal: { kind: "text", value: text } };
}

/** NULLIF and DECODE compare texts as `=` does. */
export function comparingTexts(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const [subject, ...others] = call.arguments;
    const compared = (value: Expression) => ({
      ...value,
      code: withoutBlanks(call.reader, value, subject),
    });
    // DECODE looks for every other argument, but for a last one alone.
    const isSought = (i: number) => i % 2 === 0 && (others.length === 1 || i + 1 < others.length);
    const rest = others.map((value, i) => isSought(i) ? compared(value) : value);
    if (call.name.value === "NULLIF") return nullIf(call, [subject!, compared(others[0]!)]);
    return write({ ...call, arguments: [compared(subject!), ...rest] });
  };
}

function nullIf(call: Call, [value, other]: readonly [Expression, Expression]): Code {
  const subject = withoutBlanks(call.reader, value, other);
  if (subject === value.code) return code`nullif(${trimmed(value.code)}, ${trimmed(other.code)})`;
  const [text, sought] = [trimmed(value.code), trimmed(other.code)];
  return code`CASE WHEN ${trimmed(subject)} = ${sought} THEN NULL ELSE ${text} END`;
}

/** TO_CHAR(value, format), with the formats that Redshift's page shows beside the common ones. */
export function redshiftText(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const [value, format] = call.arguments;
    const text = format!.literal?.kind === "text" ? format!.literal.value : null;
    if (text === null) return write(call);
    const roman = /^(fm)?(rn)$/i.exec(text.trim());
    if (roman !== null) {
      const letters = code`dw_roman(${trimmed(value!.code)})`;
      const written = roman[2] === "rn" ? code`lower(${letters})` : letters;
      return roman[1] === undefined ? code`lpad(${written}, 15, ' ')` : written;
    }
    return write({ ...call, arguments: [value!, textLike(format!, withSymbols(text))] });
  };
}

/** L is the dollar of the documents; a moment without a zone is one of UTC. */
function withSymbols(format: string): string {
  return format.replace(/^L(?=[90,GD.]+$)/i, "$").replace(/ TZ$/, ' "UTC"').replace(
    / tz$/,
    ' "utc"',
  );
}

/** TO_NUMBER(text, format): a currency before the digits says nothing of the number. */
export function withoutCurrency(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const [value, format] = call.arguments;
    if (format!.literal?.kind !== "text") return write(call);
    const digits = textLike(format!, format!.literal.value.replace(/^\s*[L$]/i, ""));
    return write({ ...call, arguments: [value!, digits] });
  };
}

/** An aggregate that Redshift has of numbers and texts, and not of booleans. */
export function ofNoBooleans(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    const [value] = call.arguments;
    if (value?.holds === "boolean") {
      return call.reader.unsupported(
        `${call.name.value} of a boolean`,
        "Use CASE WHEN … THEN 1 ELSE 0 END",
        value,
      );
    }
    return write(call);
  };
}

/** Rules whose arguments may be dates in any of Redshift's forms. */
export function ofMoments(rules: FunctionRules): FunctionRules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => {
      const write = (call: Call) => rule.write({ ...call, arguments: call.arguments.map(inIso) });
      return [name, { ...rule, write }];
    }),
  );
}

function inIso(value: Expression): Expression {
  const text = value.literal?.kind === "text" ? isoMoment(value.literal.value) : null;
  return text === null ? value : textLike(value, text);
}
