/**
 * Turns a pattern of SIMILAR TO into a regular expression.
 *
 * @param pattern SQL's pattern: `%` and `_`, and `|*+?{}()[]` as in regular expressions.
 * @param escape The character that takes the next one's meaning away.
 * @returns The expression, to be matched against a whole text.
 */
export function similarPattern(pattern: string, escape: string): string {
  let written = "";
  let inside = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === escape && i + 1 < pattern.length) written += literal(pattern[++i]!);
    else if (inside) {
      inside = character !== "]";
      written += character;
    } else if (character === "[") {
      inside = true;
      written += character;
    } else written += OUTSIDE[character] ?? character;
  }
  return written;
}

const OUTSIDE: Readonly<Record<string, string>> = {
  "%": ".*",
  "_": ".",
  ".": "\\.",
  "^": "\\^",
  "$": "\\$",
  "\\": "\\\\",
};

function literal(character: string): string {
  return /[\p{L}\p{N}]/u.test(character) ? character : `\\${character}`;
}
