import type { Encoding, PhysicalType } from "../parquet_column.ts";

// Numbers of the enums in parquet.thrift.

/** `enum Type`. */
export const TYPE_CODE = {
  BOOLEAN: 0,
  INT32: 1,
  INT64: 2,
  FLOAT: 4,
  DOUBLE: 5,
  BYTE_ARRAY: 6,
  FIXED_LEN_BYTE_ARRAY: 7,
} as const satisfies Record<PhysicalType, number>;

/** `enum Encoding`, of the data pages of each of our encodings. */
export const DATA_ENCODING_CODE = {
  PLAIN: 0,
  DICTIONARY: 8,
  DELTA_BINARY_PACKED: 5,
} as const satisfies Record<Encoding, number>;

/** `enum Encoding`, of levels and of dictionary pages. */
export const RLE_CODE = 3;
export const PLAIN_CODE = 0;

/** `enum PageType`. */
export const PAGE_TYPE_CODE = { data: 0, dictionary: 2 } as const;
