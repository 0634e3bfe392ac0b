import type { JsonValue, QueryResult } from "./query_result.ts";

/** A piece of the text, and how many rows are in it. */
export interface JsonPiece {
  readonly text: string;
  readonly rowCount: number;
}

/**
 * Writes a result as JSON, piece by piece: one array of objects with a row a line, or a bare object
 * a line.
 *
 * @param result The rows, which are used up.
 * @param options `lines` for JSON Lines.
 */
export async function* jsonText(
  result: QueryResult,
  { lines }: { lines: boolean },
): AsyncGenerator<JsonPiece> {
  const names = result.columns.map((column) => column.name);
  const separator = lines ? "\n" : ",\n";
  let started = false;
  for await (const batch of result.batches()) {
    const rows = batch.json().map((row) => JSON.stringify(rowObject(names, row)));
    const lead = started ? separator : lines ? "" : "[\n";
    yield { text: lead + rows.join(separator), rowCount: batch.rowCount };
    started = true;
  }
  const end = lines ? "\n" : "\n]\n";
  if (started) yield { text: end, rowCount: 0 };
  else if (!lines) yield { text: "[]\n", rowCount: 0 };
}

function rowObject(names: readonly string[], row: readonly JsonValue[]): JsonValue {
  return Object.fromEntries(names.map((name, i) => [name, row[i]!]));
}
