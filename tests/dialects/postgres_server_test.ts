import assert from "node:assert/strict";
import pg from "pg";
import { findPostgres, PostgresServer } from "../../lib/warehouse/testing/postgres_server.ts";
import {
  type ExpressionCase,
  expressionCases,
  sameAnswer,
  writtenRows,
} from "./expression_cases.ts";

const PROGRAMS = findPostgres();
/** The type of conditions, which the corpus writes out. */
const BOOLEAN_OID = 16;
const CHANGES_BY_RUN = /\b(?:random|gen_random_uuid)\(/;

Deno.test({
  name: "a PostgreSQL server gives the answers of the corpus",
  ignore: PROGRAMS === null,
  fn: async () => {
    await using server = await PostgresServer.start(PROGRAMS!);
    const client = new pg.Client({
      connectionString: server.url(),
      types: { getTypeParser: (oid: number) => oid === BOOLEAN_OID ? writtenOut : String },
    });
    await client.connect();
    try {
      const { rows } = await client.query("SHOW server_version_num");
      const version = Math.floor(Number(rows[0].server_version_num) / 10_000);
      await client.query("SET timezone = 'UTC'");
      const wrong: string[] = [];
      for (const each of await askedOf(version)) {
        const answer = await answerOf(client, each);
        if (sameAnswer(answer, each.expected)) continue;
        wrong.push(`${each.line}: ${each.text}\n  expected ${each.expected}\n  found    ${answer}`);
      }
      assert.deepEqual(wrong, []);
    } finally {
      await client.end();
    }
  },
});

function writtenOut(text: string): string {
  return text === "t" ? "true" : "false";
}

/** What this server must know; what only later ones have stands apart. */
async function askedOf(version: number): Promise<readonly ExpressionCase[]> {
  const cases = (await expressionCases("postgres"))
    .filter(({ expected, text }) => expected !== "REFUSED" && !CHANGES_BY_RUN.test(text));
  return version >= 16 ? cases : cases.filter(({ text }) => !text.includes("any_value"));
}

async function answerOf(client: pg.Client, { text }: ExpressionCase): Promise<string> {
  const sql = /^(?:select|with)\b/i.test(text) ? text : `SELECT ${text}`;
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return writtenRows(rows);
  } catch {
    return "ERROR";
  }
}
