import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { ByteBuffer } from "../bytes/byte_buffer.ts";
import type { ParquetColumn } from "../parquet_column.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";
import { createBounds } from "./create_bounds.ts";
import { DictionaryUsage } from "./dictionary_usage.ts";
import { FloatBounds } from "./float_bounds.ts";

/** What readers prune by. Every number is exact. Spec: parquet.thrift, Statistics. */
export interface ChunkStatistics {
  readonly nullCount: number;
  /** For FLOAT and DOUBLE alone, unless a dictionary column has some. */
  readonly nanCount: number | null;
  /** For dictionary columns alone, where it costs nothing. */
  readonly distinctCount: number | null;
  readonly bounds: Bounds | null;
}

/** Gathers the statistics of one column chunk after the other, page by page. */
export class ChunkStatisticsTracker {
  readonly #bounds: BoundsTracker | null;
  readonly #usage: DictionaryUsage | null;
  #nullCount = 0;

  /**
   * @param column The column.
   * @param used Memory shared with columns that are at work before and after it.
   */
  constructor(column: ParquetColumn, used: ByteBuffer = new ByteBuffer()) {
    this.#bounds = createBounds(column);
    this.#usage = column.encoding === "DICTIONARY"
      ? new DictionaryUsage(column, this.#bounds, used)
      : null;
  }

  reset(): void {
    this.#bounds?.reset();
    this.#usage?.reset();
    this.#nullCount = 0;
  }

  /** Takes a page into account: its values, and how many rows of it are NULL. */
  add(values: PageValues, page: { valueCount: number; nullCount: number }): void {
    this.#nullCount += page.nullCount;
    if (this.#usage === null) {
      this.#bounds?.add(values, page.valueCount);
    } else {
      invariant(values.kind === "indices", "a dictionary column has positions for values");
      this.#usage.add(values.data, page.valueCount);
    }
  }

  /** @returns The statistics of everything since `reset`. */
  statistics(): ChunkStatistics {
    const usage = this.#usage;
    const bounds = usage === null ? this.#bounds?.bounds() ?? null : usage.bounds();
    return {
      nullCount: this.#nullCount,
      nanCount: this.#nanCount(),
      distinctCount: usage?.distinctCount() ?? null,
      bounds,
    };
  }

  /** A dictionary tells whether there are NaNs, but only their absence is a number of rows. */
  #nanCount(): number | null {
    if (!(this.#bounds instanceof FloatBounds)) return null;
    const { nanCount } = this.#bounds;
    return this.#usage === null || nanCount === 0 ? nanCount : null;
  }
}
