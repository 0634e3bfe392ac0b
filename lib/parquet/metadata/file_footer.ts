import type { ParquetColumn } from "../parquet_column.ts";
import type { ChunkStatistics } from "../statistics/chunk_statistics.ts";
import type { ColumnChunk, RowGroup } from "./column_chunk.ts";
import {
  DATA_ENCODING_CODE,
  PAGE_TYPE_CODE,
  PLAIN_CODE,
  RLE_CODE,
  TYPE_CODE,
} from "./format_codes.ts";
import { convertedTypeCode, writeLogicalType } from "./logical_type.ts";
import { ThriftWriter } from "./thrift_writer.ts";

/** A row group's ordinal is a signed 16-bit integer. */
const ORDINAL_MAX = 32_767;

export interface FileFooter {
  readonly columns: readonly ParquetColumn[];
  readonly rowGroups: readonly RowGroup[];
  readonly createdBy: string;
  readonly keyValueMetadata: Readonly<Record<string, string>>;
}

/**
 * Writes the metadata at the end of a file. Spec: parquet.thrift, FileMetaData.
 *
 * @param footer What to say.
 * @returns The bytes, without their length and the magic that follow.
 */
export function fileFooter(footer: FileFooter): Uint8Array {
  const thrift = new ThriftWriter();
  const { columns, rowGroups } = footer;
  const keyValues = Object.entries(footer.keyValueMetadata);
  return thrift.root(() => {
    thrift.int32(1, 1); // the version that every reader accepts
    thrift.structs(2, [null, ...columns], (column) => {
      if (column === null) writeSchemaRoot(thrift, columns.length);
      else writeSchemaElement(thrift, column);
    });
    thrift.int64(3, rowGroups.reduce((sum, group) => sum + group.rowCount, 0));
    thrift.structs(
      4,
      rowGroups.map((group, ordinal) => ({ group, ordinal })),
      ({ group, ordinal }) => writeRowGroup(thrift, { group, ordinal, columns }),
    );
    if (keyValues.length > 0) {
      thrift.structs(5, keyValues, ([key, value]) => {
        thrift.text(1, key);
        thrift.text(2, value);
      });
    }
    thrift.text(6, footer.createdBy);
    // TypeDefinedOrder for every column: without it min_value and max_value mean nothing.
    thrift.structs(7, columns, () => thrift.struct(1, () => {}));
  });
}

function writeSchemaRoot(thrift: ThriftWriter, columnCount: number): void {
  thrift.text(4, "schema");
  thrift.int32(5, columnCount);
}

function writeSchemaElement(thrift: ThriftWriter, column: ParquetColumn): void {
  const { annotation } = column;
  thrift.int32(1, TYPE_CODE[column.physical]);
  if (column.typeLength !== undefined) thrift.int32(2, column.typeLength);
  thrift.int32(3, column.nullable ? 1 : 0); // OPTIONAL, REQUIRED
  thrift.text(4, column.name);
  if (annotation === undefined) return;
  const converted = convertedTypeCode(annotation);
  if (converted !== null) thrift.int32(6, converted);
  if (annotation.kind === "DECIMAL") {
    thrift.int32(7, annotation.scale);
    thrift.int32(8, annotation.precision);
  }
  writeLogicalType(thrift, 10, annotation);
}

function writeRowGroup(
  thrift: ThriftWriter,
  { group, ordinal, columns }: {
    group: RowGroup;
    ordinal: number;
    columns: readonly ParquetColumn[];
  },
): void {
  const { chunks } = group;
  const pairs = chunks.map((chunk, index) => ({ chunk, column: columns[index]! }));
  thrift.structs(1, pairs, ({ chunk, column }) => {
    thrift.int64(2, 0); // file_offset, which the spec wants to be 0
    thrift.struct(3, () => writeChunk(thrift, chunk, column));
  });
  thrift.int64(2, chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  thrift.int64(3, group.rowCount);
  thrift.int64(5, chunks[0]!.offset);
  thrift.int64(6, chunks.reduce((sum, chunk) => sum + chunk.compressedByteLength, 0));
  if (ordinal <= ORDINAL_MAX) thrift.int16(7, ordinal);
}

function writeChunk(thrift: ThriftWriter, chunk: ColumnChunk, column: ParquetColumn): void {
  const dictionary = column.encoding === "DICTIONARY";
  const encoding = DATA_ENCODING_CODE[column.encoding];
  thrift.int32(1, TYPE_CODE[column.physical]);
  thrift.int32s(2, dictionary ? [PLAIN_CODE, RLE_CODE, encoding] : [RLE_CODE, encoding]);
  thrift.texts(3, [column.name]);
  thrift.int32(4, chunk.codec);
  thrift.int64(5, chunk.valueCount);
  thrift.int64(6, chunk.byteLength);
  thrift.int64(7, chunk.compressedByteLength);
  thrift.int64(9, chunk.dataPageOffset);
  if (dictionary) thrift.int64(11, chunk.offset);
  thrift.struct(12, () => writeStatistics(thrift, chunk.statistics));
  const dataPages = { type: PAGE_TYPE_CODE.data, encoding, count: chunk.dataPageCount };
  const dictionaryPage = { type: PAGE_TYPE_CODE.dictionary, encoding: PLAIN_CODE, count: 1 };
  thrift.structs(13, dictionary ? [dictionaryPage, dataPages] : [dataPages], (pages) => {
    thrift.int32(1, pages.type);
    thrift.int32(2, pages.encoding);
    thrift.int32(3, pages.count);
  });
}

function writeStatistics(thrift: ThriftWriter, statistics: ChunkStatistics): void {
  const { bounds } = statistics;
  thrift.int64(3, statistics.nullCount);
  if (statistics.distinctCount !== null) thrift.int64(4, statistics.distinctCount);
  if (bounds !== null) {
    thrift.binary(5, bounds.max);
    thrift.binary(6, bounds.min);
    thrift.bool(7, bounds.maxExact);
    thrift.bool(8, bounds.minExact);
  }
  if (statistics.nanCount !== null) thrift.int64(9, statistics.nanCount);
}
