import type { QueryDialect } from "./dialects/mod.ts";

/**
 * The end of a string, quoted name, comment or dollar quote that begins at `at`, as the dialect has
 * them; `at` itself where none begins. What is left open reaches to the end of the text.
 *
 * @param sql The text.
 * @param at UTF-16 offset, outside of what is hidden.
 * @param dialect Whose quotes and comments count.
 */
export function hiddenEnd(sql: string, at: number, dialect: QueryDialect): number {
  return endFrom(sql, at, SKIPPED[dialect]);
}

/** Tells, of what `hiddenEnd` found, a comment from a text or a name. */
export function isCommentAt(sql: string, at: number): boolean {
  return COMMENT.test(sql.slice(at, at + 2));
}

const COMMENT = /^(?:--|\/\*|\/\/)/;
const NAME_PART = /[\p{L}\p{N}_$]/u;

/** What of a dialect hides text, besides `'…'`, `"…"`, `--` and block comments. */
interface SkipRules {
  /** A backslash takes the next character of a string for itself. */
  readonly backslashes: boolean;
  /** `//` begins a comment as `--` does. */
  readonly slashComments: boolean;
  /** Block comments lie in each other. */
  readonly nestedComments: boolean;
  /** `$tag$ … $tag$`, and not just `$$ … $$`. */
  readonly dollarTags: boolean;
}

/** Spec: the pages on string literals and comments of each vendor. */
const SKIPPED: Readonly<Record<QueryDialect, SkipRules>> = {
  redshift: { backslashes: true, slashComments: false, nestedComments: true, dollarTags: true },
  snowflake: { backslashes: true, slashComments: true, nestedComments: false, dollarTags: false },
  postgres: { backslashes: false, slashComments: false, nestedComments: true, dollarTags: true },
  duckdb: { backslashes: false, slashComments: false, nestedComments: true, dollarTags: true },
};

function endFrom(sql: string, at: number, rules: SkipRules): number {
  switch (sql[at]) {
    case "'": {
      // E'…' has backslashes wherever it is known.
      const prefixed = /[eE]/.test(sql[at - 1] ?? "") && !NAME_PART.test(sql[at - 2] ?? "");
      return quotedEnd(sql, at, rules.backslashes || prefixed);
    }
    case '"':
      return quotedEnd(sql, at, false);
    case "-":
      return sql[at + 1] === "-" ? lineEnd(sql, at) : at;
    case "/":
      if (sql[at + 1] === "*") return blockEnd(sql, at, rules.nestedComments);
      return rules.slashComments && sql[at + 1] === "/" ? lineEnd(sql, at) : at;
    case "$":
      return dollarEnd(sql, at, rules.dollarTags);
    default:
      return at;
  }
}

function quotedEnd(sql: string, at: number, escapes: boolean): number {
  const quote = sql[at];
  for (let i = at + 1; i < sql.length; i++) {
    if (escapes && sql[i] === "\\") i++;
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return sql.length;
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf("\n", at);
  return end < 0 ? sql.length : end + 1;
}

function blockEnd(sql: string, at: number, nested: boolean): number {
  let depth = 1;
  for (let i = at + 2; i < sql.length; i++) {
    const pair = sql.slice(i, i + 2);
    if (pair === "*/") {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    } else if (nested && pair === "/*") {
      depth++;
      i++;
    }
  }
  return sql.length;
}

const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

function dollarEnd(sql: string, at: number, tags: boolean): number {
  // A dollar within a name opens nothing.
  if (NAME_PART.test(sql[at - 1] ?? "")) return at;
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined || (tag !== "$$" && !tags)) return at;
  const end = sql.indexOf(tag, at + tag.length);
  return end < 0 ? sql.length : end + tag.length;
}
