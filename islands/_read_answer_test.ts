import { deepEqual, equal, rejects } from "node:assert/strict";
import fc from "fast-check";
import { type AnswerHead, readAnswer, type Row } from "./_read_answer.ts";

const HEAD: AnswerHead = {
  columns: ["a", "rows", ',"rows":['],
  column_types: ["INT", "TEXT", "TEXT"],
  translated_sql: 'SELECT \'],"row_count":\' AS "rows"',
  notes: [],
};

/** The document as the server writes it: a row a line. */
function written(rows: readonly Row[], isTruncated = false): string {
  const head = JSON.stringify(HEAD).slice(0, -1);
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  return `${head},"rows":[${lines}],"row_count":${rows.length},"truncated":${isTruncated}}\n`;
}

async function read(pieces: readonly string[]) {
  let head: AnswerHead | null = null;
  const rows: Row[] = [];
  const { isTruncated } = await readAnswer(ReadableStream.from(pieces), {
    onHead: (found) => head = found,
    onRows: (found) => void rows.push(...found),
  });
  return { head, rows, isTruncated };
}

Deno.test("readAnswer finds head and rows wherever the text is cut", async () => {
  const cell = fc.oneof(
    fc.integer(),
    fc.constant(null),
    fc.string(),
    fc.constant('],"row_count":'),
  );
  const rowList = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rowList, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const text = written(rows);
      const pieces: string[] = [];
      for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
      deepEqual(await read(pieces), { head: HEAD, rows, isTruncated: false });
    }),
    { numRuns: 300 },
  );
});

Deno.test("readAnswer tells that there are more rows, and refuses half an answer", async () => {
  equal((await read([written([[1]], true)])).isTruncated, true);
  const text = written([[1], [2], [3]]);
  await rejects(read([text.slice(0, -40)]), /broke off/);
  await rejects(read(['{"columns":[']), /broke off/);
});
