import assert from "node:assert/strict";
import { DwSimError } from "../../lib/errors/mod.ts";
import { describeFunctions } from "../../lib/query/mod.ts";
import {
  type ExpressionCase,
  expressionCases,
  sameAnswer,
  writtenRows,
} from "./expression_cases.ts";
import { type DialectSession, openDialect } from "./open_dialect.ts";

const CASE_COUNT_MIN = 150;

for (const dialect of ["redshift", "snowflake", "postgres"] as const) {
  Deno.test(`every expression of the ${dialect} corpus has the documented answer`, async () => {
    const cases = await expressionCases(dialect);
    assert.ok(cases.length >= CASE_COUNT_MIN, `${cases.length} cases`);
    const session = await openDialect(dialect);
    const wrong: string[] = [];
    for (const each of cases) {
      const answer = await answerOf(session, each);
      if (sameAnswer(answer, each.expected)) continue;
      wrong.push(`${each.line}: ${each.text}\n  expected ${each.expected}\n  found    ${answer}`);
    }
    session.close();
    assert.deepEqual(wrong, []);
  });

  Deno.test(`every supported function of ${dialect} stands in its corpus`, async () => {
    const cases = await expressionCases(dialect);
    const proven = cases.filter(({ expected }) => expected !== "REFUSED");
    const text = proven.map((each) => each.text.toUpperCase()).join("\n");
    const missing = describeFunctions(dialect)
      .filter(({ support }) => support !== "refused")
      .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(text))
      .map(({ name }) => name);
    assert.deepEqual(missing, []);
  });
}

async function answerOf(session: DialectSession, { text }: ExpressionCase): Promise<string> {
  const sql = /^(?:select|with)\b/i.test(text) ? text : `SELECT ${text}`;
  try {
    return writtenRows(await session.ask(sql));
  } catch (error) {
    return error instanceof DwSimError ? "REFUSED" : "ERROR";
  }
}
