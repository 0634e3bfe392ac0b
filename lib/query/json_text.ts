import type { JsonValue, QueryResult } from "./query_result.ts";
import type { FileBytes } from "./_streamed_copy.ts";

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
): FileBytes {
  const encoder = new TextEncoder();
  const keys = result.columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const separator = lines ? "\n" : ",\n";
  let rowCount = 0;
  for await (const batch of result.batches()) {
    const rows = batch.json().map((row) => rowText(keys, row));
    const lead = rowCount > 0 ? separator : lines ? "" : "[\n";
    yield encoder.encode(lead + rows.join(separator));
    rowCount += batch.rowCount;
  }
  const end = lines ? "\n" : "\n]\n";
  if (rowCount > 0) yield encoder.encode(end);
  else if (!lines) yield encoder.encode("[\n\n]\n");
  return { rowCount };
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
