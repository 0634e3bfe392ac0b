import { SCHEMA_LIMITS } from "./limits.ts";

/**
 * Says why a table or column name cannot be taken.
 *
 * @param name As written.
 * @param options `quoted`: the schema follows a warehouse, whose quoted names may hold anything.
 * @returns The reason, or null when the name is fine.
 */
export function nameFault(name: string, { quoted }: { quoted: boolean }): string | null {
  const { nameLengthMax } = SCHEMA_LIMITS;
  if (name.trim() === "") return "it is empty";
  if (name.length > nameLengthMax) {
    return `it has ${name.length} characters, and ${nameLengthMax} is the limit`;
  }
  if (CONTROL.test(name)) return "it holds a control character";
  return quoted ? null : plainNameFault(name);
}

/**
 * The words a hand-written schema may not use as names. The list is that of the Python tool, and
 * stays that short: its users' files hold columns called `year`, `end` or `desc`, and must load.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  "select from where group order table create drop insert update delete into".split(" "),
);

// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const ODD_CHARACTER = /[^\p{L}\p{M}\p{Nd}_]/u;

function plainNameFault(name: string): string | null {
  const odd = ODD_CHARACTER.exec(name)?.[0];
  if (odd === " ") return "it holds a space";
  if (odd !== undefined) return `it holds the character '${odd}'`;
  if (/^[\p{Nd}\p{M}]/u.test(name)) return "it does not start with a letter or an underscore";
  if (RESERVED_WORDS.has(name.toLowerCase())) return `'${name}' is a reserved word of SQL`;
  return null;
}
