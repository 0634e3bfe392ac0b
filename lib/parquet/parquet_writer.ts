import type { ColumnPage } from "../columns/mod.ts";
import { invariant } from "../errors/mod.ts";
import { assertColumn } from "./assert_column.ts";
import type { ByteSink } from "./byte_sink.ts";
import { BufferedSink } from "./bytes/buffered_sink.ts";
import { ColumnChunkWriter } from "./column_chunk_writer.ts";
import { type Codec, createCompressor } from "./compression/create_compressor.ts";
import type { RowGroup } from "./metadata/column_chunk.ts";
import { fileFooter } from "./metadata/file_footer.ts";
import { ThriftWriter } from "./metadata/thrift_writer.ts";
import { PageBuffers } from "./page_buffers.ts";
import type { ParquetColumn } from "./parquet_column.ts";

const MAGIC = new TextEncoder().encode("PAR1");

export interface WriterOptions {
  /** Used for the column chunks that it makes at least a tenth smaller. */
  readonly codec: Codec;
  /** Rows a page; 16 384 to 32 768 serve well. */
  readonly pageRows: number;
  /** Who wrote the file: `<application> version <version> (build <hash>)`. */
  readonly createdBy: string;
  readonly keyValueMetadata?: Readonly<Record<string, string>>;
  /** Of another writer that is done, or in the memory of kernels; by default some of its own. */
  readonly buffers?: PageBuffers;
}

/**
 * Makes the page of a column. Rows are counted in the file; its arrays are read before the next
 * call and may then be reused.
 */
export type PageSource = (columnIndex: number, firstRow: number, rowCount: number) => ColumnPage;

/** What was written in all. */
export interface WrittenFile {
  readonly byteLength: number;
  readonly rowCount: number;
}

/**
 * Writes one Parquet file, column after column inside each row group. Memory stays at a few pages,
 * whatever the number of rows. The same pages give the same bytes.
 *
 * Data pages are of version 1: every reader has them, and version 2 would gain nothing for flat
 * columns. There is no page index: generated values are spread evenly, so that the pages of a
 * column have nearly the same bounds and none could be skipped.
 *
 * @example
 * ```ts
 * import { ParquetWriter } from "./parquet_writer.ts";
 *
 * const parts: Uint8Array[] = [];
 * const writer = new ParquetWriter(
 *   { write: (bytes) => void parts.push(bytes.slice()) },
 *   [{ name: "id", physical: "INT32", nullable: false, encoding: "PLAIN" }],
 *   { codec: "none", pageRows: 16_384, createdBy: "example version 1.0.0" },
 * );
 * writer.writeRowGroup(3, (_column, _firstRow, rowCount) => ({
 *   rowCount,
 *   valueCount: rowCount,
 *   validity: null,
 *   values: { kind: "int32", data: Int32Array.of(7, 8, 9) },
 * }));
 * console.assert(writer.close().rowCount === 3);
 * ```
 */
export class ParquetWriter {
  readonly #sink: BufferedSink;
  readonly #columns: readonly ParquetColumn[];
  readonly #options: WriterOptions;
  readonly #chunkWriters: readonly ColumnChunkWriter[];
  readonly #rowGroups: RowGroup[] = [];
  #rowCount = 0;
  #closed = false;

  /**
   * @param sink Where the bytes go; it stays open.
   * @param columns The schema, in order; at least one.
   * @param options How to write.
   */
  constructor(sink: ByteSink, columns: readonly ParquetColumn[], options: WriterOptions) {
    invariant(columns.length > 0, "a file has columns");
    invariant(options.pageRows > 0, "a page has rows");
    columns.forEach(assertColumn);
    this.#sink = new BufferedSink(sink);
    this.#columns = columns;
    this.#options = options;
    const buffers = options.buffers ?? new PageBuffers();
    const context = {
      sink: this.#sink,
      compressor: createCompressor(options.codec, buffers),
      pageRows: options.pageRows,
      thrift: new ThriftWriter(),
      buffers,
    };
    this.#chunkWriters = columns.map((column) => new ColumnChunkWriter(column, context));
    this.#sink.write(MAGIC);
  }

  /**
   * Writes the next rows of the file as a row group of their own. No rows, no row group.
   *
   * @param rowCount How many.
   * @param pages Asked for the pages of the first column, then of the second, and so on.
   */
  writeRowGroup(rowCount: number, pages: PageSource): void {
    invariant(!this.#closed, "nothing is written to a closed file");
    if (rowCount === 0) return;
    const rows = { first: this.#rowCount, count: rowCount };
    const chunks = this.#chunkWriters.map((writer, columnIndex) =>
      writer.write(rows, (firstRow, count) => pages(columnIndex, firstRow, count))
    );
    this.#rowGroups.push({ rowCount, chunks });
    this.#rowCount += rowCount;
  }

  /**
   * Writes the footer, without which the file is not one.
   *
   * @returns The size of the file.
   */
  close(): WrittenFile {
    invariant(!this.#closed, "a file is closed once");
    this.#closed = true;
    const footer = fileFooter({
      columns: this.#columns,
      rowGroups: this.#rowGroups,
      createdBy: this.#options.createdBy,
      keyValueMetadata: this.#options.keyValueMetadata ?? {},
    });
    this.#sink.write(footer);
    this.#sink.write(new Uint8Array(Uint32Array.of(footer.length).buffer));
    this.#sink.write(MAGIC);
    this.#sink.flush();
    return { byteLength: this.#sink.position, rowCount: this.#rowCount };
  }
}
