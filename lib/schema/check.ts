import type { Dialect } from "./experiment_schema.ts";
import { type Expression, partsOf } from "./rules/expression.ts";
import { mapColumns } from "./rules/map_expression.ts";
import { parseExpression } from "./rules/parse_expression.ts";

/** A condition that no row of a table may fail: CHECK in SQL. NULL does not fail it. */
export interface Check {
  readonly name?: string;
  /** As it was written, without brackets around it: `price > 0`. */
  readonly text: string;
  /** What it says, with the columns' own spelling; absent where only a database understands it. */
  readonly rule?: Expression;
}

export interface ReadCheckOptions {
  readonly name?: string;
  /** Names of the table's columns. */
  readonly columns: readonly string[];
  /** The table's own name, which may stand before a column. */
  readonly table: string;
  readonly dialect?: Dialect | undefined;
}

/**
 * Reads a CHECK.
 *
 * @param text The condition, with or without brackets around it.
 * @param options The table it is about.
 * @returns The check; without a rule when the text is more than rules can say, or names a column
 * that the table does not have.
 */
export function readCheck(text: string, options: ReadCheckOptions): Check {
  const bare = withoutBrackets(text.trim());
  const rule = ruleOf(bare, options);
  return {
    ...(options.name === undefined ? {} : { name: options.name }),
    text: bare,
    ...(rule === null ? {} : { rule }),
  };
}

function ruleOf(text: string, { columns, table, dialect }: ReadCheckOptions): Expression | null {
  // Where a backslash escapes, it is not certain what a string with one says.
  if (dialect !== undefined && dialect !== "postgres" && text.includes("\\")) return null;
  const { expression } = parseExpression(text);
  if (expression === null || partsOf(expression).some(({ kind }) => RANDOM.has(kind))) return null;
  const found = mapColumns(expression, (node) => {
    const isOwn = node.of === undefined || node.of.toLowerCase() === table.toLowerCase();
    const name = isOwn ? columnNamed(columns, node.name) : undefined;
    return name === undefined ? UNKNOWN : { kind: "column", name, at: node.at };
  });
  return partsOf(found).includes(UNKNOWN) ? null : found;
}

const UNKNOWN: Expression = { kind: "literal", value: null };
/** What rules of columns may say, and conditions may not. */
const RANDOM: ReadonlySet<Expression["kind"]> = new Set(["random"]);

/**
 * Finds a column as SQL does: of exactly this name, else without regard to case.
 *
 * @param columns Names of a table's columns.
 * @param wanted The name as a rule writes it.
 * @returns The column's own spelling, or nothing.
 */
export function columnNamed(columns: readonly string[], wanted: string): string | undefined {
  const folded = wanted.toLowerCase();
  return columns.find((name) => name === wanted) ??
    columns.find((name) => name.toLowerCase() === folded);
}

/** Tools write a few; each costs a walk through the text. */
const BRACKET_COUNT_MAX = 8;

/** `((a > 0))` says no more than `a > 0`. */
function withoutBrackets(text: string): string {
  let bare = text;
  for (let pairs = 0; pairs < BRACKET_COUNT_MAX && isBracketed(bare); pairs++) {
    bare = bare.slice(1, -1).trim();
  }
  return bare;
}

/** Whether the bracket at the start closes at the end. Brackets in quotes do not count. */
function isBracketed(text: string): boolean {
  if (!text.startsWith("(")) return false;
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(/"[^"]*"|'[^']*'|[()]/g)) {
    if (piece === "(") depth++;
    else if (piece === ")") depth--;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}
