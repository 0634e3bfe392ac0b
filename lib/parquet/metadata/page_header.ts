import { PAGE_TYPE_CODE, PLAIN_CODE, RLE_CODE } from "./format_codes.ts";
import type { ThriftWriter } from "./thrift_writer.ts";

/** What the header of a page says of it. */
export interface PageHeader {
  readonly kind: "data" | "dictionary";
  /** NULLs included. */
  readonly valueCount: number;
  /** Code of the values' encoding. */
  readonly encoding: number;
  readonly byteLength: number;
  readonly compressedByteLength: number;
  /** Of a dictionary: its entries ascend. */
  readonly sorted?: boolean;
}

/**
 * Writes a page's header. Spec: parquet.thrift, PageHeader.
 *
 * @param thrift The writer to use; what it held is gone.
 * @param header What to say.
 * @returns The bytes, valid until the writer is used again.
 */
export function pageHeader(thrift: ThriftWriter, header: PageHeader): Uint8Array {
  return thrift.root(() => {
    thrift.int32(1, PAGE_TYPE_CODE[header.kind]);
    thrift.int32(2, header.byteLength);
    thrift.int32(3, header.compressedByteLength);
    if (header.kind === "data") {
      thrift.struct(5, () => {
        thrift.int32(1, header.valueCount);
        thrift.int32(2, header.encoding);
        thrift.int32(3, RLE_CODE);
        thrift.int32(4, RLE_CODE);
      });
    } else {
      thrift.struct(7, () => {
        thrift.int32(1, header.valueCount);
        thrift.int32(2, PLAIN_CODE);
        thrift.bool(3, header.sorted ?? false);
      });
    }
  });
}
