import { type Code, code, trimmed } from "../code.ts";
import { quotedText } from "../names.ts";
import type { Call } from "./function_rule.ts";
import { writtenOut } from "../values.ts";

/** DECODE(value, sought, result, … [, otherwise]), for which NULL equals NULL. */
export function decodeCall({ arguments: values }: Call): Code {
  const [value, ...rest] = values.map((each) => trimmed(each.code));
  const cases: Code[] = [];
  for (let i = 0; i + 1 < rest.length; i += 2) {
    cases.push(code` WHEN ${value!} IS NOT DISTINCT FROM ${rest[i]!} THEN ${rest[i + 1]!}`);
  }
  const otherwise: Code = rest.length % 2 === 1 ? code` ELSE ${rest.at(-1)!}` : "";
  return code`CASE${cases}${otherwise} END`;
}

/** JSON_EXTRACT_PATH_TEXT(json, key, … [, null_if_invalid]). */
export function jsonPathCall(call: Call): Code {
  const [json, ...keys] = call.arguments;
  const last = keys.at(-1)!;
  const lenient = last.literal?.kind === "boolean" ? last.literal.value === "TRUE" : null;
  const path = (lenient === null ? keys : keys.slice(0, -1)).map((key) => {
    if (key.literal?.kind !== "text") {
      return call.reader.unsupported("A computed key", "Write the keys out", key);
    }
    return /^\d+$/.test(key.literal.value)
      ? `[${key.literal.value}]`
      : `."${key.literal.value.replaceAll('"', '\\"')}"`;
  });
  const text = trimmed(json!.code);
  const steps = quotedText(`$${path.join("")}`);
  return lenient
    ? code`json_extract_string(TRY_CAST(${text} AS JSON), ${steps})`
    : code`dw_json_path_text(${text}, ${steps})`;
}

/** CONCAT of any number of values; NULL if one of them is. */
export function concatCall(call: Call): Code {
  return code`(${
    call.arguments.flatMap((
      each,
      i,
    ): Code[] => [i === 0 ? "" : " || ", writtenOut(each)])
  })`;
}

/** GREATEST of Snowflake: NULL if one of the values is. */
export function strictCall(name: string): (call: Call) => Code {
  return (call) => {
    const values = call.arguments.map((each) => trimmed(each.code));
    const missing = values.flatMap((
      each,
      i,
    ): Code[] => [i === 0 ? "" : " OR ", code`${each} IS NULL`]);
    const all = values.flatMap((each, i): Code[] => [i === 0 ? "" : ", ", each]);
    return code`CASE WHEN ${missing} THEN NULL ELSE ${name}(${all}) END`;
  };
}

/** SHA2(text [, bits]): the engine has the one of 256 bits, which 0 asks for, too. */
export function sha2Call(call: Call): Code {
  const [text, bits] = call.arguments;
  if (bits !== undefined && !["0", "256"].includes(bits.literal?.value ?? "")) {
    call.reader.unsupported("SHA2 of other lengths than 256", "Use 256 bits", bits);
  }
  return code`${{ text: "sha256", at: call.name.from }}(${trimmed(text!.code)})`;
}
