import { PAGE_ROWS_MAX, type RowBatch } from "./row_batch.ts";

/**
 * Working arrays that the columns of a table share: a column is done with its page before the next
 * one begins, so one set is enough for all of them, stays in the cache, and makes binding a table of
 * hundreds of columns cheap. Within one column every array is handed out once.
 */
export class Scratch {
  readonly #uint8 = new Shelf(Uint8Array);
  readonly #uint32 = new Shelf(Uint32Array);
  readonly #int32 = new Shelf(Int32Array);
  readonly #float32 = new Shelf(Float32Array);
  readonly #float64 = new Shelf(Float64Array);

  /** Begins another column: what was handed out before may be handed out again. */
  startColumn(): void {
    const shelves = [this.#uint8, this.#uint32, this.#int32, this.#float32, this.#float64];
    for (const shelf of shelves) shelf.restart();
  }

  /** @param length At least so many elements; likewise below. */
  uint8(length: number = PAGE_ROWS_MAX): Uint8Array<ArrayBuffer> {
    return this.#uint8.take(length);
  }

  uint32(length: number = PAGE_ROWS_MAX): Uint32Array<ArrayBuffer> {
    return this.#uint32.take(length);
  }

  int32(length: number = PAGE_ROWS_MAX): Int32Array<ArrayBuffer> {
    return this.#int32.take(length);
  }

  float32(length: number = PAGE_ROWS_MAX): Float32Array<ArrayBuffer> {
    return this.#float32.take(length);
  }

  float64(length: number = PAGE_ROWS_MAX): Float64Array<ArrayBuffer> {
    return this.#float64.take(length);
  }

  /** An empty batch with room for a page. */
  rows(): RowBatch {
    return { high: 0, low: this.uint32(), length: 0 };
  }
}

/** Arrays of one type, in the order they are handed out. */
class Shelf<Elements extends { readonly length: number }> {
  readonly #Elements: new (length: number) => Elements;
  readonly #arrays: Elements[] = [];
  #next = 0;

  constructor(Elements: new (length: number) => Elements) {
    this.#Elements = Elements;
  }

  restart(): void {
    this.#next = 0;
  }

  take(length: number): Elements {
    const place = this.#next++;
    const known = this.#arrays[place];
    if (known !== undefined && known.length >= length) return known;
    const made = new this.#Elements(length);
    this.#arrays[place] = made;
    return made;
  }
}
