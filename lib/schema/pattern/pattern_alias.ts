/** Rules of Faker that are patterns in other words, with what each of their signs stands for. */
const SIGNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  numerify: { "#": "\\d", "%": "[1-9]" },
  lexify: { "?": "[a-zA-Z]" },
  letterify: { "?": "[a-zA-Z]" },
  bothify: { "#": "\\d", "%": "[1-9]", "?": "[a-zA-Z]" },
  replacesymbols: { "#": "\\d", "?": "[A-Z]", "*": "[A-Z0-9]" },
};

const CALL = /^(?:(?:faker|fake|helpers)\.)*([A-Za-z_]+)\s*\(\s*(?:(['"/])(.*)\2|([^'"]*))\s*\)$/s;

/**
 * Reads a rule such as `bothify('??-####')` or `regexify('[A-Z]{3}')` as the pattern it is.
 *
 * @param rule What stands under `faker_rule`.
 * @returns The pattern; null for every other rule.
 */
export function patternAlias(rule: string): string | null {
  const match = CALL.exec(rule.trim());
  if (match === null) return null;
  const name = match[1]!.toLowerCase().replaceAll("_", "");
  const text = match[3] ?? match[4] ?? "";
  if (text === "") return null;
  if (name === "regexify" || name === "fromregexp") return text;
  const signs = SIGNS[name];
  if (signs === undefined) return null;
  return Array.from(
    text,
    (character) => signs[character] ?? character.replace(/[\\^$.*+?()[\]{}|]/, "\\$&"),
  ).join("");
}
