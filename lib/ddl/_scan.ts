import { isSpace } from "./_characters.ts";

const BACKSLASH = 92;

/** Whether a stretch of the text goes over the end of a line. */
export function spansLines(text: string, from: number, end: number): boolean {
  // Looks no further than the end: on one long line each string would look through all others.
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** Where the line ends that an offset is on. */
export function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** Whether nothing but blanks stands before an offset on its line. */
export function atLineStart(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
    if (!isSpace(code)) return false;
  }
  return true;
}

const LINE_END = /[\r\n]/g;

/**
 * Finds the end of a block comment.
 *
 * @param text The whole text.
 * @param open Offset of its opening.
 * @param nests Whether comments stand inside comments.
 * @returns Offset after its end, or -1 when there is none.
 */
export function commentEnd(text: string, open: number, nests: boolean): number {
  if (!nests) {
    const end = text.indexOf("*/", open + 2);
    return end < 0 ? -1 : end + 2;
  }
  let depth = 0;
  COMMENT_EDGE.lastIndex = open;
  for (let edge = COMMENT_EDGE.exec(text); edge !== null; edge = COMMENT_EDGE.exec(text)) {
    depth += edge[0] === "*/" ? -1 : 1;
    if (depth === 0) return edge.index + 2;
  }
  return -1;
}

const COMMENT_EDGE = /\/\*|\*\//g;

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
 * `{{ name }}`, `${name}`, `${{ name }}`, `$(name)`, `{name}`, `{}`, `%(name)s`, `%s`, `%name%`,
 * `<name>`, `<%= name %>`, `@name@`, psql's `:name`, and where clients replace it `&name`.
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
  return at === 0 || " \t\r\n(,.=_".includes(text[at - 1]!);
}

// Bounded, so that unclosed braces cannot make the scan quadratic.
const BRACES = /\{\{(?:[^{}]|\{(?!\{)|\}(?!\})){0,2000}\}\}|\{(?:[A-Za-z_][\w.]{0,100}|\d{0,2})\}/y;
const DOLLAR = /\$\{\{[^}\n]{0,500}\}\}|\$\{[^}\n]{0,500}\}|\$\([A-Za-z_]\w{0,100}\)/y;
const PERCENT = /%\([A-Za-z_]\w{0,100}\)s|%%\w{1,100}%%|%[A-Za-z_]\w{0,100}%|%s(?!\w)/y;
const AT = /@[A-Za-z_]\w{0,100}@/y;
const AMPERSAND = /&&?\{[^}\n]{0,500}\}|&&?[A-Za-z_]\w*/y;
const COLON = /:(?:[A-Za-z_]\w{0,100}|'[A-Za-z_]\w{0,100}'|"[A-Za-z_]\w{0,100}")/y;
const ANGLES = /<[A-Za-z_]\w{0,100}>|<%=?[^%\n]{0,500}%>/y;
