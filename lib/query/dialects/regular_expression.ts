import { type Code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";

/** PostgreSQL's classes hold the letters of all languages; those of the engine hold ASCII alone. */
const CLASSES: Readonly<Record<string, string>> = {
  "[:alpha:]": "\\p{L}",
  "[:alnum:]": "\\p{L}\\p{N}",
  "[:upper:]": "\\p{Lu}",
  "[:lower:]": "\\p{Ll}",
};
const WORD = "\\p{L}\\p{M}\\p{N}_";

export interface PatternUse {
  /** Whether it only matters if there is a match, and not which one it is. */
  readonly testsOnly?: boolean;
}

/**
 * A pattern as the engine, RE2, reads it. What PostgreSQL understands otherwise is said in other
 * words, or refused: it takes the longest match of several, where RE2 takes the first.
 */
export function regularExpression(
  reader: Reader,
  pattern: Expression,
  { testsOnly = false }: PatternUse = {},
): Code {
  const { literal } = pattern;
  if (reader.rules.dialect !== "postgres" || literal?.kind !== "text") return trimmed(pattern.code);
  const refuse = (what: string, instead: string) => reader.unsupported(what, instead, pattern);
  const text = literal.value;
  if (/\(\?(?:<?[=!])/.test(text)) {
    refuse("A regular expression that looks around", "Match the neighbours too, and cut them off");
  }
  if (/(?<!\\)(?:\\\\)*\\[1-9]/.test(text)) {
    refuse("A regular expression with a back reference", "Compare the groups one by one");
  }
  if (text.startsWith("***")) refuse("The prefix '***'", "Write the expression without it");
  if (!testsOnly && isAmbiguous(text)) {
    refuse(
      "A regular expression that may match in several lengths",
      "Let no alternative begin like another one, and all repetitions be greedy or none",
    );
  }
  const written = translated(text);
  if (written === null) refuse("The escape '\\m' or '\\M'", "Use '\\y'");
  return quotedText(written!);
}

/** How many groups of a pattern catch what they match. */
export function groupCount(pattern: string): number {
  return [...withoutClasses(pattern).matchAll(/\((?!\?)/g)].length;
}

/** The pattern without escaped characters and what stands in brackets. */
export function withoutClasses(pattern: string): string {
  return pattern.replace(/\\./gs, "e").replace(/\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/g, "c");
}

function translated(pattern: string): string | null {
  let written = "";
  let inside = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === "\\") {
      const escaped = escape(pattern, i, inside);
      if (escaped === null) return null;
      written += escaped;
      i++;
    } else if (inside) {
      const named = /^\[:\w+:\]/.exec(pattern.slice(i))?.[0];
      if (named !== undefined) {
        written += CLASSES[named] ?? named;
        i += named.length - 1;
      } else {
        inside = character !== "]";
        written += character;
      }
    } else if (character === "[") {
      inside = true;
      const start = /^\[\^?\]?/.exec(pattern.slice(i))![0];
      written += start.endsWith("]") ? `${start.slice(0, -1)}\\]` : start;
      i += start.length - 1;
    } else written += character;
  }
  return written;
}

function escape(pattern: string, at: number, inside: boolean): string | null {
  const letter = pattern[at + 1] ?? "";
  switch (letter) {
    case "w":
      return inside ? WORD : `[${WORD}]`;
    case "W":
      return `[^${WORD}]`;
    case "y":
      return "\\b";
    case "Y":
      return "\\B";
    case "Z":
      return "\\z";
    case "m":
      return /^\w/.test(pattern.slice(at + 2)) ? "\\b" : null;
    case "M":
      return /\w$/.test(pattern.slice(0, at)) ? "\\b" : null;
    default:
      return `\\${letter}`;
  }
}

/** Whether the longest match may be another than the first. */
function isAmbiguous(pattern: string): boolean {
  const plain = withoutClasses(pattern);
  const lazy = /[*+?}]\?/.test(plain);
  const greedy = /[*+?}](?!\?)/.test(plain.replace(/\(\?/g, "(").replace(/[*+?}]\?/g, ""));
  if (lazy && greedy) return true;
  return plain.includes("|") && alternations(pattern).some(overlap);
}

/** The alternatives of every level of brackets. */
function alternations(pattern: string): readonly (readonly string[])[] {
  const levels: string[][] = [[""]];
  const found: string[][] = [];
  const tokens = pattern.match(/\\.|\[\^?\]?(?:\[:\w+:\]|[^\]])*\]|[^]/g) ?? [];
  for (const token of tokens) {
    const level = levels.at(-1)!;
    if (token === "|") level.push("");
    else if (token === "(") levels.push([""]);
    else if (token === ")" && levels.length > 1) {
      found.push(levels.pop()!);
      const outer = levels.at(-1)!;
      outer[outer.length - 1] += "()";
    } else level[level.length - 1] += token;
  }
  return [...found, ...levels].filter((each) => each.length > 1);
}

/** Alternatives that begin with different letters can never match at the same place. */
function overlap(alternatives: readonly string[]): boolean {
  const plain = alternatives.map((each) => each.replace(/^\?:/, ""));
  if (plain.every((each) => /^[^\\[\]()*+?{}.^$]*$/.test(each))) {
    return plain.some((each, i) => plain.slice(i + 1).some((later) => later.startsWith(each)));
  }
  const firsts = plain.map((each) => /^[^\\[\]()*+?{}.^$](?![*?{])/.exec(each)?.[0]);
  return firsts.includes(undefined) || new Set(firsts).size < firsts.length;
}
