import { invariant } from "../errors/mod.ts";
import type { Codec } from "../parquet/mod.ts";

/**
 * What besides the plan decides the bytes of the files. It is chosen once a run and recorded in the
 * manifest, and never derived from the machine or its number of workers.
 */
export interface FileLayout {
  /** Rows a file, a multiple of ROW_GROUP_ROWS. */
  readonly partRows: number;
  readonly codec: Codec;
}

/** Rows a row group: a reader skips or reads so many at a time, a writer reports as often. */
export const ROW_GROUP_ROWS = 131_072;

/**
 * Rows a page: the values of one column stay in the processor's cache while they are encoded. From
 * 8 192 to 32 768 rows the time is the same; fewer rows let a reader skip more.
 */
export const PAGE_ROWS = 16_384;

/** About a second of work and some tens of megabytes, so that workers finish close together. */
export const DEFAULT_LAYOUT: FileLayout = Object.freeze({ partRows: 1_048_576, codec: "snappy" });

/** Asserts that no row group and no page straddles two parts. */
export function assertLayout({ partRows }: FileLayout): void {
  invariant(
    Number.isSafeInteger(partRows) && partRows > 0 && partRows % ROW_GROUP_ROWS === 0,
    `a part has a multiple of ${ROW_GROUP_ROWS} rows`,
  );
}
