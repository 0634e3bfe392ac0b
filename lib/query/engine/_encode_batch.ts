import {
  type DuckDBDataChunk,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBVector,
} from "@duckdb/node-api";
import { invariant } from "../../errors/mod.ts";
import {
  BATCH_HEADER_BYTES,
  COLUMN_HEADER_BYTES,
  type Encoding,
  ENCODINGS,
  padded,
  validityBytes,
} from "../wire/batch_layout.ts";
import type { WireType } from "../wire/engine_messages.ts";
import { toJson, toText } from "../cells.ts";
import { Refused } from "./_refused.ts";

/** Batches are cut to about so many bytes, where rows allow it. */
const BATCH_BYTES_MAX = 16 * 1024 ** 2;
/** What one row may hold: whoever reads it holds it whole, several times over. */
const ROW_BYTES_MAX = 64 * 1024 ** 2;
/** NULLs are told in words of so many rows; a batch had best begin at one. */
const WORD_ROWS = 64;

/** A column of a result, as it travels. */
export interface EncodedColumn {
  /** The result's type, not the chunk's: that has lost the name JSON. */
  readonly type: DuckDBType;
  readonly wire: WireType;
}

/** Spec: `duckdb_string_t`, whose first four bytes are its length, of NULLs too whatever is there. */
const TEXT_ENTRY = 16;

/** Which rows of a chunk go into a batch. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/** A column's part of a batch, without its header. */
interface Part {
  readonly encoding: Encoding;
  readonly validity: Uint8Array | null;
  readonly values: readonly Uint8Array[];
}

/** Lays out a chunk as batches: one, unless its texts are very long. */
export function encodeBatches(
  chunk: DuckDBDataChunk,
  columns: readonly EncodedColumn[],
): Generator<Uint8Array<ArrayBuffer>> {
  return encodeRows(chunk, columns, { from: 0, to: chunk.rowCount });
}

function* encodeRows(
  chunk: DuckDBDataChunk,
  columns: readonly EncodedColumn[],
  rows: Rows,
): Generator<Uint8Array<ArrayBuffer>> {
  const rowCount = rows.to - rows.from;
  if (rowCount <= 1 || textBytes(chunk, columns, rows) <= BATCH_BYTES_MAX) {
    const parts = columns.map((column, i) => encodeColumn(chunk.getColumnVector(i), column, rows));
    const byteCount = parts.reduce((sum, part) => sum + partBytes(part), BATCH_HEADER_BYTES);
    if (rowCount <= 1 && byteCount > ROW_BYTES_MAX) throw new Refused({ kind: "row", byteCount });
    if (rowCount <= 1 || byteCount <= BATCH_BYTES_MAX) {
      yield layOut(parts, { byteCount, rowCount });
      return;
    }
  }
  const half = Math.ceil(rowCount / 2);
  const middle = rows.from + (half > WORD_ROWS ? Math.ceil(half / WORD_ROWS) * WORD_ROWS : half);
  yield* encodeRows(chunk, columns, { from: rows.from, to: middle });
  yield* encodeRows(chunk, columns, { from: middle, to: rows.to });
}

/** What texts take, from their lengths alone: long ones had better not be copied in vain. */
function textBytes(
  chunk: DuckDBDataChunk,
  columns: readonly EncodedColumn[],
  { from, to }: Rows,
): number {
  let byteCount = 0;
  for (let i = 0; i < columns.length; i++) {
    if (columns[i]!.type.typeId !== DuckDBTypeId.VARCHAR) continue;
    const vector = chunk.getColumnVector(i);
    const entries: unknown = Reflect.get(vector, "dataView");
    invariant(entries instanceof DataView, "a vector of texts lies over memory");
    const bits = validityOf(vector, { from, to });
    for (let row = from, bit = 0; row < to; row++, bit++) {
      // A NULL has any length.
      const isNull = bits !== null && (bits[bit >> 3]! >> (bit & 7) & 1) === 0;
      if (!isNull) byteCount += entries.getUint32(row * TEXT_ENTRY, true);
    }
  }
  return byteCount;
}

function partBytes({ validity, values }: Part): number {
  const valueBytes = values.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return COLUMN_HEADER_BYTES + (validity?.byteLength ?? 0) + padded(valueBytes);
}

function layOut(
  parts: readonly Part[],
  { byteCount, rowCount }: { readonly byteCount: number; readonly rowCount: number },
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteCount);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rowCount, true);
  let at = BATCH_HEADER_BYTES;
  for (const { encoding, validity, values } of parts) {
    const valueBytes = values.reduce((sum, { byteLength }) => sum + byteLength, 0);
    view.setUint8(at, ENCODINGS.indexOf(encoding));
    view.setUint8(at + 1, validity === null ? 0 : 1);
    view.setUint32(at + 4, valueBytes, true);
    at += COLUMN_HEADER_BYTES;
    if (validity !== null) {
      bytes.set(validity, at);
      at += validity.byteLength;
    }
    let end = at;
    for (const piece of values) {
      bytes.set(piece, end);
      end += piece.byteLength;
    }
    at += padded(valueBytes);
  }
  return bytes;
}

function encodeColumn(vector: DuckDBVector, column: EncodedColumn, rows: Rows): Part {
  const { wire } = column;
  const validity = validityOf(vector, rows);
  if (wire.kind === "text") {
    return { encoding: "text", validity, values: textValues(vector, rows) };
  }
  if (wire.kind !== "rendered") {
    const values = plainValues(vector, rows);
    if (isWithinCalendar(wire, values)) return { encoding: "plain", validity, values: [values] };
  }
  return { encoding: "rendered", validity, values: renderedValues(vector, column, rows) };
}

/** The engine's own memory, which the wrapper keeps in one of two fields. */
function plainValues(vector: DuckDBVector, { from, to }: Rows): Uint8Array {
  const memory: unknown = Reflect.get(vector, "items") ?? Reflect.get(vector, "dataView");
  invariant(ArrayBuffer.isView(memory), "a vector of numbers lies over memory");
  const valueBytes = memory.byteLength / vector.itemCount;
  return new Uint8Array(
    memory.buffer,
    memory.byteOffset + from * valueBytes,
    (to - from) * valueBytes,
  );
}

function validityOf(vector: DuckDBVector, { from, to }: Rows): Uint8Array | null {
  const words: unknown = Reflect.get(Object(Reflect.get(vector, "validity")), "data");
  if (words instanceof BigUint64Array && from % WORD_ROWS === 0) {
    return new Uint8Array(words.buffer, words.byteOffset + (from >> 3), validityBytes(to - from));
  }
  return words === null ? null : validityByRow(vector, { from, to });
}

/** For vectors that tell NULLs in another way. */
function validityByRow(vector: DuckDBVector, { from, to }: Rows): Uint8Array {
  const bits = new Uint8Array(validityBytes(to - from));
  for (let row = from; row < to; row++) {
    if (vector.getItem(row) !== null) bits[(row - from) >> 3]! |= 1 << ((row - from) & 7);
  }
  return bits;
}

function textValues(vector: DuckDBVector, { from, to }: Rows): readonly Uint8Array[] {
  const texts: string[] = [];
  for (let row = from; row < to; row++) {
    const value = vector.getItem(row);
    texts.push(typeof value === "string" ? value : "");
  }
  return packTexts(texts);
}

function renderedValues(
  vector: DuckDBVector,
  { type }: EncodedColumn,
  { from, to }: Rows,
): readonly Uint8Array[] {
  const json: string[] = [];
  const text: string[] = [];
  for (let row = from; row < to; row++) {
    const value = vector.getItem(row);
    json.push(JSON.stringify(toJson(value, type)));
    text.push(toText(value) ?? "");
  }
  const [jsonEnds, jsonBytes] = packTexts(json);
  const filling = new Uint8Array(padded(jsonBytes!.byteLength) - jsonBytes!.byteLength);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setUint32(0, jsonEnds!.byteLength + jsonBytes!.byteLength, true);
  return [length, jsonEnds!, jsonBytes!, filling, ...packTexts(text)];
}

/** Where every text ends, counted in UTF-16, and all of them in one. */
function packTexts(texts: readonly string[]): readonly Uint8Array[] {
  const ends = new Uint32Array(texts.length + (texts.length & 1));
  let end = 0;
  for (let i = 0; i < texts.length; i++) ends[i] = end += texts[i]!.length;
  return [new Uint8Array(ends.buffer), new TextEncoder().encode(texts.join(""))];
}

/** Days of the years 1 to 9999, which ISO 8601 writes with four digits. */
const DAY_MIN = -719_162;
const DAY_MAX = 2_932_896;
const DAY_SECONDS = 86_400;

/** What lies beyond, infinity among it, only the engine's own words can tell. */
function isWithinCalendar(wire: WireType, values: Uint8Array): boolean {
  if (wire.kind === "date") {
    const days = new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
    for (let i = 0; i < days.length; i++) {
      if (days[i]! < DAY_MIN || days[i]! > DAY_MAX) return false;
    }
  }
  if (wire.kind === "timestamp") {
    const words = new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
    const min = Math.ceil(DAY_MIN * DAY_SECONDS * wire.unitsPerSecond / 2 ** 32);
    const max = Math.floor(DAY_MAX * DAY_SECONDS * wire.unitsPerSecond / 2 ** 32);
    // The high words: years at the very edge go the long way.
    for (let i = 1; i < words.length; i += 2) {
      if (words[i]! <= min || words[i]! >= max) return false;
    }
  }
  return true;
}
