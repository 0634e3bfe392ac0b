import { TOKEN, type Tokens } from "./tokens.ts";

/** Tokens `[from, to)` of one statement, its semicolon not included. */
export interface StatementRange {
  readonly from: number;
  readonly to: number;
  /** False when the next statement began without a semicolon. */
  readonly closed: boolean;
}

/**
 * Cuts a file into statements. A semicolon ends one, except inside BEGIN … END of a procedure; so
 * does a line that starts a table definition, for files that forgot the semicolon.
 *
 * @param tokens Tokens of the whole file.
 * @returns The statements that have tokens, in order.
 */
export function splitStatements(tokens: Tokens): readonly StatementRange[] {
  const statements: StatementRange[] = [];
  let blocksAreTrusted = true;
  let from = 0;
  while (from < tokens.count) {
    let end = findEnd(tokens, from, blocksAreTrusted && opensBlock(tokens, from));
    if (end.inBlock) {
      // A block that never ends would swallow the file: read on as if there were none.
      blocksAreTrusted = false;
      end = findEnd(tokens, from, false);
    }
    const closed = end.closed || isTemplate(tokens, from, end.to);
    if (end.to > from) statements.push({ from, to: end.to, closed });
    from = end.next;
  }
  return statements;
}

/** Whether there is nothing but `{{ config() }}`, after which nobody writes a semicolon. */
export function isTemplate(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens.textOf(i).startsWith("{{")) return false;
  return to > from;
}

interface StatementEnd {
  readonly to: number;
  readonly next: number;
  readonly closed: boolean;
  readonly inBlock: boolean;
}

function findEnd(tokens: Tokens, from: number, hasBlock: boolean): StatementEnd {
  let mayLackSemicolon = !hasBlock && !NAMES_STATEMENTS.has(tokens.wordOf(from));
  const isGrant = tokens.wordOf(from) === "GRANT" || tokens.wordOf(from) === "REVOKE";
  let depth = 0;
  /** Whether semicolons belong to a DECLARE section whose BEGIN is still to come. */
  let bodyIsDue = false;
  for (let i = from; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (i > from && tokens.breaksBefore(i)) return { to: i, next: i, closed: true, inBlock: false };
    if (kind === TOKEN.command) return endAtCommand(i, from);
    if (kind === TOKEN.symbol) {
      if (tokens.isSymbol(i, ";") && depth === 0 && !bodyIsDue) {
        return { to: i, next: i + 1, closed: true, inBlock: false };
      }
      if (depth === 0 && endsBatch(tokens, i)) {
        return { to: i, next: i + 1, closed: true, inBlock: false };
      }
    } else if (kind === TOKEN.word) {
      if (endsBatch(tokens, i)) return { to: i, next: i + 1, closed: true, inBlock: false };
      if (mayLackSemicolon && i > from && startsStatement(tokens, i)) {
        return { to: i, next: i, closed: false, inBlock: false };
      }
      // The statements a GRANT names stand before the one it grants to.
      if (isGrant && GRANTEES.has(tokens.wordOf(i))) mayLackSemicolon = true;
      if (hasBlock) {
        const change = depthChange(tokens, i);
        if (change > 0) bodyIsDue = false;
        else if (depth === 0 && tokens.wordOf(i) === "DECLARE") bodyIsDue = true;
        depth = Math.max(0, depth + change);
      }
    }
  }
  const inBlock = depth > 0 || bodyIsDue;
  return { to: tokens.count, next: tokens.count, closed: true, inBlock };
}

function endAtCommand(at: number, from: number): StatementEnd {
  const to = at === from ? at + 1 : at;
  return { to, next: to, closed: true, inBlock: false };
}

/** `GO` or `/` alone on its line, with which some clients end what they send. */
function endsBatch(tokens: Tokens, at: number): boolean {
  const isEnd = tokens.isSymbol(at, "/") || tokens.wordOf(at) === "GO";
  return isEnd && tokens.startsLine(at) &&
    (at + 1 >= tokens.count || tokens.startsLine(at + 1));
}

function opensBlock(tokens: Tokens, from: number): boolean {
  const word = tokens.wordOf(from);
  if (word === "DECLARE" || word === "BEGIN") return true;
  if (word !== "CREATE") return false;
  for (let i = from + 1; i < Math.min(from + 8, tokens.count); i++) {
    if (BLOCK_OBJECTS.has(tokens.wordOf(i))) return true;
    if (!CREATE_MODIFIERS.has(tokens.wordOf(i))) return false;
  }
  return false;
}

function depthChange(tokens: Tokens, at: number): number {
  switch (tokens.wordOf(at)) {
    case "BEGIN":
      return isBegin(tokens, at) ? 1 : 0;
    case "CASE":
      return tokens.wordOf(at - 1) === "END" ? 0 : 1;
    case "END":
      return END_SUFFIXES.has(tokens.wordOf(at + 1)) ? 0 : -1;
    default:
      return 0;
  }
}

/** BEGIN of a block, not of a transaction. */
function isBegin(tokens: Tokens, at: number): boolean {
  return tokens.wordOf(at) === "BEGIN" && !tokens.isSymbol(at + 1, ";") &&
    at + 1 < tokens.count && !TRANSACTION_WORDS.has(tokens.wordOf(at + 1));
}

/** Whether a line starts here with words that only ever start a statement. */
function startsStatement(tokens: Tokens, at: number): boolean {
  const isTableAfterTable = tokens.isSymbol(at - 1, ")") && tokens.wordOf(at) === "CREATE";
  if (!tokens.startsLine(at) && !isTableAfterTable) return false;
  // The last line of CREATE EXTERNAL SCHEMA.
  if (tokens.wordOf(at + 1) === "EXTERNAL" && tokens.wordOf(at + 2) === "DATABASE") return false;
  return STATEMENT_WORDS.get(tokens.wordOf(at))?.has(tokens.wordOf(at + 1)) ?? false;
}

const PRIVILEGES: ReadonlySet<string> = new Set(
  "ALL SELECT INSERT UPDATE DELETE USAGE OWNERSHIP REFERENCES CREATE".split(" "),
);

/** The words that start a statement, whatever stands before them, and the words after those. */
const STATEMENT_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "CREATE",
    new Set(
      ("OR TABLE LOCAL GLOBAL TEMP TEMPORARY VOLATILE TRANSIENT HYBRID ICEBERG EXTERNAL DYNAMIC " +
        "UNLOGGED FOREIGN VIEW MATERIALIZED SCHEMA INDEX UNIQUE SEQUENCE FUNCTION PROCEDURE")
        .split(" "),
    ),
  ],
  ["ALTER", new Set(["TABLE"])],
  ["COMMENT", new Set(["ON"])],
  ["DROP", new Set(["TABLE", "VIEW"])],
  ["INSERT", new Set(["INTO"])],
  ["DELETE", new Set(["FROM"])],
  ["TRUNCATE", new Set(["TABLE"])],
  ["GRANT", PRIVILEGES],
  ["REVOKE", PRIVILEGES],
  ["USE", new Set(["DATABASE", "SCHEMA", "ROLE", "WAREHOUSE"])],
]);
/** Statements that name other statements. */
const NAMES_STATEMENTS = new Set(["GRANT", "REVOKE", "EXPLAIN", "PREPARE", "EXECUTE"]);
const GRANTEES = new Set(["TO", "FROM"]);
const BLOCK_OBJECTS = new Set(["PROCEDURE", "FUNCTION", "TASK", "TRIGGER", "PACKAGE", "ALERT"]);
const CREATE_MODIFIERS = new Set(
  ("OR REPLACE ALTER LOCAL GLOBAL TEMP TEMPORARY VOLATILE TRANSIENT HYBRID ICEBERG EXTERNAL " +
    "DYNAMIC UNLOGGED FOREIGN EVENT SECURE AGGREGATE EDITIONABLE CONSTRAINT").split(" "),
);
const END_SUFFIXES = new Set(["IF", "LOOP", "FOR", "WHILE", "REPEAT"]);
const TRANSACTION_WORDS = new Set(["TRANSACTION", "WORK", "NAME", "READ", "ISOLATION"]);
