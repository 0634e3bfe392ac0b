import type { ColumnPage } from "../columns/mod.ts";
import { invariant } from "../errors/mod.ts";
import type { BufferedSink } from "./bytes/buffered_sink.ts";
import { type Compressor, UNCOMPRESSED_CODE } from "./compression/create_compressor.ts";
import { encodeDefinitionLevels } from "./encodings/definition_levels.ts";
import { encodeValues } from "./encodings/encode_values.ts";
import { expandSequence } from "./encodings/expand_sequence.ts";
import type { ColumnChunk } from "./metadata/column_chunk.ts";
import { DATA_ENCODING_CODE, PLAIN_CODE } from "./metadata/format_codes.ts";
import { type PageHeader, pageHeader } from "./metadata/page_header.ts";
import type { ThriftWriter } from "./metadata/thrift_writer.ts";
import type { PageBuffers } from "./page_buffers.ts";
import type { ParquetColumn } from "./parquet_column.ts";
import { ChunkStatisticsTracker } from "./statistics/chunk_statistics.ts";

/** Compression is worth its time to every later reader where it takes at least a tenth off. */
const COMPRESSED_SHARE_MAX = 0.9;
/** Enough of a page to tell whether it compresses, and little enough to be thrown away. */
const SAMPLE_BYTES = 1 << 14;
/** Sizes of pages are signed 32-bit integers. */
const PAGE_BYTES_MAX = 2 ** 31 - 1;
const NO_BYTES = new Uint8Array(0);

/** What the columns of a file share, since only one of them is at work at any time. */
export interface ChunkWriterContext {
  readonly sink: BufferedSink;
  readonly compressor: Compressor | null;
  readonly pageRows: number;
  readonly thrift: ThriftWriter;
  readonly buffers: PageBuffers;
}

/** Makes the page of `rowCount` rows from `firstRow` on; its arrays are read before the next call. */
export type ChunkPageSource = (firstRow: number, rowCount: number) => ColumnPage;

/** A page before compression, as two parts that follow each other, so as not to copy values. */
interface PageBody {
  readonly levels: Uint8Array;
  readonly values: Uint8Array;
}

/** Writes the pages of one column, row group after row group. */
export class ColumnChunkWriter {
  readonly #column: ParquetColumn;
  readonly #context: ChunkWriterContext;
  readonly #statistics: ChunkStatisticsTracker;
  #compressedDictionary: Uint8Array | null = null;
  #byteLength = 0;
  #compressedByteLength = 0;

  constructor(column: ParquetColumn, context: ChunkWriterContext) {
    this.#column = column;
    this.#context = context;
    this.#statistics = new ChunkStatisticsTracker(column, context.buffers.used);
  }

  /**
   * Pulls and writes the pages of a row group. Whether they are compressed is decided once, by a
   * sample of the first of them, for a codec belongs to a whole column chunk.
   *
   * @param rows The row group's rows, counted in the file.
   * @param pages Asked for each page in turn.
   * @returns What the footer has to say of them.
   */
  write(rows: { first: number; count: number }, pages: ChunkPageSource): ColumnChunk {
    const { sink, pageRows, compressor } = this.#context;
    const offset = sink.position;
    this.#begin();
    let dataPageOffset = offset;
    let compressing = false;
    for (let done = 0; done < rows.count; done += pageRows) {
      const rowCount = Math.min(pageRows, rows.count - done);
      const body = this.#encode(pages(rows.first + done, rowCount), rowCount);
      if (done === 0) {
        compressing = this.#compressionPays(body.values, rows.count / rowCount);
        this.#writeDictionary(compressing);
        dataPageOffset = sink.position;
      }
      this.#writeDataPage(body, { compressing, rowCount });
    }
    return {
      offset,
      dataPageOffset,
      dataPageCount: Math.ceil(rows.count / pageRows),
      codec: compressing ? compressor!.code : UNCOMPRESSED_CODE,
      valueCount: rows.count,
      byteLength: this.#byteLength,
      compressedByteLength: this.#compressedByteLength,
      statistics: this.#statistics.statistics(),
    };
  }

  #begin(): void {
    this.#statistics.reset();
    this.#byteLength = 0;
    this.#compressedByteLength = 0;
  }

  #encode(page: ColumnPage, rowCount: number): PageBody {
    const column = this.#column;
    const { buffers } = this.#context;
    const { valueCount } = page;
    assertPage(page, { column, rowCount });
    const values = page.values.kind === "sequence" && column.encoding === "PLAIN"
      ? expandSequence({ ...page.values, count: valueCount }, column, buffers.expanded)
      : page.values;
    this.#statistics.add(values, { valueCount, nullCount: rowCount - valueCount });
    return {
      levels: column.nullable ? encodeDefinitionLevels(page, buffers.levels) : NO_BYTES,
      values: encodeValues(values, { column, count: valueCount }, buffers.values),
    };
  }

  #compress({ levels, values }: PageBody): Uint8Array {
    const compressor = this.#context.compressor!;
    if (levels.length === 0) return compressor.compress(values);
    const byteLength = levels.length + values.length;
    const { bytes } = this.#context.buffers.joined.reserve(byteLength);
    bytes.set(levels);
    bytes.set(values, levels.length);
    return compressor.compress(bytes.subarray(0, byteLength));
  }

  /**
   * Estimates the size of the chunk from its dictionary and the beginning of its first page.
   *
   * @param values The first page's.
   * @param pages How many such pages the chunk has.
   */
  #compressionPays(values: Uint8Array, pages: number): boolean {
    const { compressor } = this.#context;
    if (compressor === null) return false;
    const sample = values.subarray(0, SAMPLE_BYTES);
    const share = sample.length === 0 ? 1 : compressor.compress(sample).length / sample.length;
    const before = this.#dictionaryBytes(false).length + values.length * pages;
    const after = this.#dictionaryBytes(true).length + values.length * pages * share;
    return after <= before * COMPRESSED_SHARE_MAX;
  }

  /** A dictionary is the same in every row group, so it is compressed once. */
  #dictionaryBytes(compressing: boolean): Uint8Array {
    const dictionary = this.#column.dictionary;
    if (dictionary === undefined) return NO_BYTES;
    if (!compressing) return dictionary.plain;
    return this.#compressedDictionary ??= this.#context.compressor!.compress(dictionary.plain)
      .slice();
  }

  #writeDictionary(compressing: boolean): void {
    const dictionary = this.#column.dictionary;
    if (dictionary === undefined) return;
    const bytes = this.#dictionaryBytes(compressing);
    this.#writeHeader({
      kind: "dictionary",
      valueCount: dictionary.count,
      encoding: PLAIN_CODE,
      byteLength: dictionary.plain.length,
      compressedByteLength: bytes.length,
      sorted: dictionary.sorted,
    });
    this.#context.sink.write(bytes);
  }

  #writeDataPage(body: PageBody, page: { compressing: boolean; rowCount: number }): void {
    const { sink } = this.#context;
    const byteLength = body.levels.length + body.values.length;
    const compressed = page.compressing ? this.#compress(body) : null;
    this.#writeHeader({
      kind: "data",
      valueCount: page.rowCount,
      encoding: DATA_ENCODING_CODE[this.#column.encoding],
      byteLength,
      compressedByteLength: compressed?.length ?? byteLength,
    });
    if (compressed !== null) return sink.write(compressed);
    sink.write(body.levels);
    sink.write(body.values);
  }

  #writeHeader(header: PageHeader): void {
    invariant(header.byteLength <= PAGE_BYTES_MAX, "a page is smaller than 2 GiB");
    const bytes = pageHeader(this.#context.thrift, header);
    this.#byteLength += bytes.length + header.byteLength;
    this.#compressedByteLength += bytes.length + header.compressedByteLength;
    this.#context.sink.write(bytes);
  }
}

function assertPage(
  page: ColumnPage,
  { column, rowCount }: { column: ParquetColumn; rowCount: number },
): void {
  const nullCount = page.rowCount - page.valueCount;
  invariant(page.rowCount === rowCount, `a page of "${column.name}" has the rows asked for`);
  invariant(nullCount === 0 || column.nullable, `required column "${column.name}" has no NULL`);
  invariant(
    nullCount === 0 || page.valueCount === 0 || page.validity !== null,
    `a page of "${column.name}" says which of its rows are NULL`,
  );
}
