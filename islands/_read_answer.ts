import type { FindingJson } from "../components/finding_list.tsx";
import { ApiError } from "./_api.ts";

/** What an answer says before its rows. */
export interface AnswerHead {
  readonly columns: readonly string[];
  readonly column_types: readonly string[];
  readonly translated_sql: string;
  readonly notes: readonly FindingJson[];
}

export type Row = readonly unknown[];

export interface AnswerReader {
  readonly onHead: (head: AnswerHead) => void;
  /** Rows in order, as many at a time as have come. */
  readonly onRows: (rows: readonly Row[]) => void;
}

/** Stands between head and rows; within a text of the head its quotes would be escaped. */
const ROWS = ',"rows":[';
const END = '],"row_count":';

/**
 * Reads the JSON of an answer while it comes: the server writes a row a line, so every line can be
 * read alone, and the first rows are shown before the last ones are made.
 *
 * @returns Whether there are more rows than were asked for.
 * @throws ApiError when the answer breaks off.
 */
export async function readAnswer(
  pieces: ReadableStream<string>,
  { onHead, onRows }: AnswerReader,
): Promise<{ readonly isTruncated: boolean }> {
  let text = "";
  let hasHead = false;
  for await (const piece of pieces) {
    text += piece;
    if (!hasHead) {
      const at = text.indexOf(ROWS);
      if (at < 0) continue;
      onHead(JSON.parse(`${text.slice(0, at)}}`));
      text = text.slice(at + ROWS.length);
      hasHead = true;
    }
    // What ends with ",\n" is rows, and others follow; only the last line is without the comma.
    const end = text.lastIndexOf(",\n");
    if (end < 0) continue;
    onRows(JSON.parse(`[${text.slice(0, end)}]`));
    text = text.slice(end + 2);
  }
  const end = text.lastIndexOf(END);
  if (!hasHead || end < 0) throw brokenOff();
  if (end > 0) onRows(JSON.parse(`[${text.slice(0, end)}]`));
  const tail: { truncated: boolean } = JSON.parse(`{${text.slice(end + 2)}`);
  return { isTruncated: tail.truncated };
}

function brokenOff(): ApiError {
  return new ApiError({
    detail: "The answer broke off before its end",
    hint: "The query failed half-way or took longer than the server allows; ask for less",
    errors: [],
  });
}
