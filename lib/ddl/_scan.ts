const BACKSLASH = 92;

/**
 * Finds the end of a quoted stretch in which a doubled quote stands for one.
 *
 * @param text The whole text.
 * @param open Offset of the opening quote; the same character closes.
 * @param escapes Whether a backslash hides the next character.
 * @returns Offset after the closing quote, or -1 when there is none.
 */
export function scanQuoted(text: string, open: number, escapes: boolean): number {
  const quote = text.charCodeAt(open);
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && escapes) i++;
    else if (code === quote) {
      if (text.charCodeAt(i + 1) !== quote) return i + 1;
      i++;
    }
  }
  return -1;
}

/**
 * Finds the end of template text that nobody filled in, in the ways of the tools that write DDL:
 * `{{ name }}`, `${name}`, `$(name)`, `{name}`, `%(name)s`, `%s`, `<name>`, `@name@`, psql's
 * `:name`, and where clients replace it `&name`.
 *
 * @param text The whole text.
 * @param at Offset to look at.
 * @param ampersand Whether `&name` and `&{name}` are templates.
 * @returns Offset after the template, or `at` when none stands there.
 */
export function scanTemplate(text: string, at: number, ampersand: boolean): number {
  const pattern = patternFor(text, at, ampersand);
  if (pattern === null) return at;
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function patternFor(text: string, at: number, ampersand: boolean): RegExp | null {
  switch (text[at]) {
    case "{":
      return BRACES;
    case "$":
      return DOLLAR;
    case "%":
      return PERCENT;
    case "@":
      return AT;
    case "&":
      return ampersand ? AMPERSAND : null;
    case ":":
      return startsName(text, at) ? COLON : null;
    case "<":
      return startsName(text, at) ? ANGLES : null;
    default:
      return null;
  }
}

/** Whether what stands before lets a name begin: `a:b` and `array<int>` are something else. */
function startsName(text: string, at: number): boolean {
  return at === 0 || " \t\r\n(,.=".includes(text[at - 1]!);
}

// Bounded, so that unclosed braces cannot make the scan quadratic.
const BRACES = /\{\{[^}\n]{0,500}\}\}|\{[A-Za-z_][\w.]{0,100}\}/y;
const DOLLAR = /\$\{[^}\n]{0,500}\}|\$\([A-Za-z_]\w{0,100}\)/y;
const PERCENT = /%\([A-Za-z_]\w{0,100}\)s|%%\w{1,100}%%|%s(?!\w)/y;
const AT = /@[A-Za-z_]\w{0,100}@/y;
const AMPERSAND = /&&?\{[^}\n]{0,500}\}|&&?[A-Za-z_]\w*/y;
const COLON = /:(?:[A-Za-z_]\w{0,100}|'[A-Za-z_]\w{0,100}'|"[A-Za-z_]\w{0,100}")/y;
const ANGLES = /<[A-Za-z_]\w{0,100}>/y;
