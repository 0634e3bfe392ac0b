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
 * Finds the end of template text: `{{ name }}`, `${name}`, and where clients replace it `&name`.
 *
 * @param text The whole text.
 * @param at Offset to look at.
 * @param ampersand Whether `&name` and `&{name}` are templates.
 * @returns Offset after the template, or `at` when none stands there.
 */
export function scanTemplate(text: string, at: number, ampersand: boolean): number {
  const pattern = ampersand ? TEMPLATE_OR_VARIABLE : TEMPLATE;
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

// Bounded, so that unclosed braces cannot make the scan quadratic.
const TEMPLATE = /\{\{[^}\n]{0,500}\}\}|\$\{[^}\n]{0,500}\}/y;
const TEMPLATE_OR_VARIABLE =
  /\{\{[^}\n]{0,500}\}\}|\$\{[^}\n]{0,500}\}|&&?\{[^}\n]{0,500}\}|&&?[A-Za-z_]\w*/y;
