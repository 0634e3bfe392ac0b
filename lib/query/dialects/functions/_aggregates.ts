import { type Code, code, joined, trimmed } from "../code.ts";
import type { Call } from "./function_rule.ts";
import { argumentsOf, nameOf, plainCall, suffixOf } from "./_rules.ts";

/** COUNT of several expressions counts the rows where none of them is NULL. */
export function countCall(call: Call): Code {
  const { arguments: values, distinct } = call;
  if (call.reader.rules.dialect === "snowflake") refuseRows(call);
  if (values.length < 2) return plainCall(call, nameOf(call));
  const present = values.map(({ code: each }) => code`${trimmed(each)} IS NOT NULL`);
  const row = code`CASE WHEN ${joined(present, " AND ")} THEN row(${argumentsOf(call)}) END`;
  return code`count(${distinct ? "DISTINCT " : ""}${row})${suffixOf(call)}`;
}

/** Redshift wants a frame where an aggregate's window is ordered; the engine has one of its own. */
export function framed(write: (call: Call) => Code): (call: Call) => Code {
  return (call) => {
    if (call.window !== null && call.window.ordered && !call.window.framed) {
      return call.reader.unsupported(
        `${call.name.value} over ordered rows without a frame`,
        "Add ROWS UNBOUNDED PRECEDING, or the rows that you mean",
        call.name,
      );
    }
    return write(call);
  };
}

/** COUNT(t.*) of Snowflake leaves out rows with a NULL; the engine's counts them all. */
function refuseRows({ reader, arguments: values }: Call): void {
  const row = values.find(({ word }) => word === "*");
  if (row !== undefined) reader.unsupported("COUNT of a row", "Use COUNT(*), or name columns", row);
}

/** What AVG gives depends on what is averaged, and the type of the sum tells. */
export function meanCall(call: Call): Code {
  const { reader } = call;
  const mean = plainCall(call, { text: "avg", at: call.name.from });
  if (reader.rules.dialect === "postgres") return mean;
  return code`dw_mean(${mean}, ${plainCall(call, "sum")})`;
}

/** Without a frame, Snowflake looks at the whole partition, and the engine at its first rows. */
export function frameOfValue(call: Call): Code {
  const { window, over, reader } = call;
  const whole = reader.rules.dialect === "snowflake" && window !== null && window.ordered &&
    !window.framed;
  if (!whole || !Array.isArray(over)) return plainCall(call, nameOf(call));
  return plainCall({ ...call, over: withWholeFrame(over) }, nameOf(call));
}

/** The window of a call whose frame ends with the row, whatever rows are its equals. */
export function framedByRows({ over, window }: Call): Code {
  const plain = window === null || !window.ordered || window.framed || !Array.isArray(over);
  return plain ? over ?? "" : withFrame(over, "UNBOUNDED PRECEDING AND CURRENT ROW");
}

function withWholeFrame(over: readonly Code[]): Code {
  return withFrame(over, "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING");
}

function withFrame(over: readonly Code[], bounds: string): Code {
  const [word, window] = over;
  if (!Array.isArray(window)) return over;
  const close = window.at(-1);
  return [
    word!,
    [...window.slice(0, -1), ` ROWS BETWEEN ${bounds}`, close],
  ];
}

/** LISTAGG(text, separator) WITHIN GROUP (ORDER BY …). */
export function listCall(call: Call): Code {
  const { arguments: values, distinct, order, filter, over, reader } = call;
  const [value, separator] = values;
  const keys: Code = order.length === 0
    ? ""
    : code` ORDER BY ${joined(order.map((key) => trimmed(key.code)), ", ")}`;
  const text = trimmed(value!.code);
  const by: Code = separator === undefined ? "''" : trimmed(separator.code);
  const ends: Code = [filter ?? "", over ?? ""];
  // An aggregate of distinct values can be ordered by these values alone, so they stay as they are.
  // Redshift leaves out empty texts as it does NULL.
  const isRedshift = reader.rules.dialect === "redshift";
  const present = (each: Code) => isRedshift ? code`nullif(${each}, '')` : each;
  const all = code`CAST(list(DISTINCT ${text}${keys})${ends} AS VARCHAR[])`;
  const kept = isRedshift ? code`list_filter(${all}, lambda dw_e: dw_e <> '')` : all;
  const list = distinct
    ? code`${isRedshift ? "nullif(" : ""}array_to_string(${kept}, ${by})${
      isRedshift ? ", '')" : ""
    }`
    : code`string_agg(${present(code`dw_text(${text})`)}, ${by}${keys})${ends}`;
  return reader.rules.dialect === "snowflake" ? code`coalesce(${list}, '')` : list;
}

/** PERCENTILE_CONT(share) WITHIN GROUP (ORDER BY value). */
export function percentileCall(name: string): (call: Call) => Code {
  return (call) => {
    const [share] = call.arguments;
    const [key, ...others] = call.order;
    if (key === undefined || others.length > 0) {
      return call.reader.syntax("expected WITHIN GROUP (ORDER BY one value)", call.name);
    }
    const part = trimmed(share!.code);
    const from: Code = key.descending ? code`1 - ${part}` : part;
    return code`${name}(${trimmed(key.expression.code)}, ${from})${call.filter ?? ""}${
      call.over ?? ""
    }`;
  };
}
