import { TOKEN } from "../tokens.ts";
import type { Cursor } from "./cursor.ts";

/**
 * Passes over an expression that no bracket encloses, such as that of DEFAULT, and keeps its text.
 * It ends at a comma or closing bracket, at a word that starts a column attribute, or where two
 * operands meet without an operator, which is where a comma was forgotten.
 *
 * @param cursor At the first token of the expression.
 * @returns The expression as written.
 */
export function readExpression(cursor: Cursor): string {
  const from = cursor.index;
  let operandIsDue = true;
  let caseDepth = 0;
  while (!cursor.done && !cursor.isSymbol(",") && !cursor.isSymbol(")")) {
    if (cursor.isSymbol("(") || cursor.isSymbol("[") || cursor.isSymbol("{")) {
      cursor.skipBrackets();
      operandIsDue = false;
      continue;
    }
    const word = cursor.word();
    if (word === "CASE") caseDepth++;
    if (caseDepth === 0 && !operandIsDue && endsBefore(cursor, word)) break;
    if (word === "END" && caseDepth > 0) caseDepth--;
    operandIsDue = expectsOperand(cursor, word);
    cursor.advance();
  }
  if (cursor.index === from) cursor.unexpected("an expression");
  return cursor.textFrom(from);
}

function endsBefore(cursor: Cursor, word: string): boolean {
  const kind = cursor.kind();
  if (kind === TOKEN.number || kind === TOKEN.quoted) return true;
  // DATE '2020-01-01' and INTERVAL '1 day': a string may follow a word.
  if (kind !== TOKEN.word) return false;
  if (word === "WITH" || word === "WITHOUT") return !TIME_WORDS.has(cursor.word(1));
  if (CONTINUES.has(word)) return false;
  return true;
}

/** Whether the token here, once passed, must be followed by an operand. */
function expectsOperand(cursor: Cursor, word: string): boolean {
  const kind = cursor.kind();
  return kind === TOKEN.symbol || (kind === TOKEN.word && OPERATORS.has(word));
}

const OPERATORS = new Set(
  "AND OR NOT IS IN LIKE ILIKE BETWEEN SIMILAR TO FROM DISTINCT CASE WHEN THEN ELSE".split(" "),
);
/** Words that may stand between or after operands; NOT would be that of NOT NULL. */
const CONTINUES = new Set([
  ...[...OPERATORS].filter((word) => word !== "NOT"),
  ..."AT TIME ZONE LOCAL END VARYING PRECISION DAY HOUR MINUTE SECOND MONTH YEAR".split(" "),
]);
const TIME_WORDS = new Set(["TIME", "LOCAL"]);
