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
  const keys = result.columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const separator = lines ? "\n" : ",\n";
  let started = false;
  for await (const batch of result.batches()) {
    const rows = batch.json().map((row) => rowText(keys, row));
    const lead = started ? separator : lines ? "" : "[\n";
    yield { text: lead + rows.join(separator), rowCount: batch.rowCount };
    started = true;
  }
  const end = lines ? "\n" : "\n]\n";
  if (started) yield { text: end, rowCount: 0 };
  else if (!lines) yield { text: "[]\n", rowCount: 0 };
}

/** One object, put together without making it first: its keys are always the same. */
function rowText(keys: readonly string[], row: readonly JsonValue[]): string {
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const value = row[i]!;
    const isNumber = typeof value === "number";
    text += `${i === 0 ? "" : ","}${keys[i]}${isNumber ? value : JSON.stringify(value)}`;
  }
  return `${text}}`;
}
