import { KernelMemory } from "../kernels/mod.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "./row_batch.ts";

/**
 * Working arrays that the columns of a table share: a column is done with its page before the next
 * one begins, so one set is enough for all of them, stays in the cache, and makes binding a table of
 * hundreds of columns cheap. Within one column every array is handed out once.
 */
export class Scratch {
  readonly #memory: KernelMemory | null;
  readonly #uint8: Shelf<Uint8Array<ArrayBuffer>>;
  readonly #uint32: Shelf<Uint32Array<ArrayBuffer>>;
  readonly #int32: Shelf<Int32Array<ArrayBuffer>>;
  readonly #float32: Shelf<Float32Array<ArrayBuffer>>;
  readonly #float64: Shelf<Float64Array<ArrayBuffer>>;
  readonly #kept = new Map<Table, Table>();

  /** @param memory Where kernels reach the arrays; without one they are worked on in TypeScript. */
  constructor(memory: KernelMemory | null = null) {
    this.#memory = memory;
    this.#uint8 = new Shelf(Uint8Array, memory);
    this.#uint32 = new Shelf(Uint32Array, memory);
    this.#int32 = new Shelf(Int32Array, memory);
    this.#float32 = new Shelf(Float32Array, memory);
    this.#float64 = new Shelf(Float64Array, memory);
  }

  /** True when arrays lie where kernels reach them. */
  get accelerated(): boolean {
    return this.#memory?.accelerated ?? false;
  }

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

  /**
   * Brings a table that is only read to where the kernels are; columns that share one share its copy.
   *
   * @param table Left as it is.
   */
  keep<Kind extends Table>(table: Kind): Kind {
    const memory = this.#memory;
    if (memory === null) return table;
    const known = this.#kept.get(table);
    // Made from a table of this kind, below.
    if (known !== undefined) return known as Kind;
    const copy = placeIn(memory, table.constructor as TableType<Kind>, table.length);
    copy.set(table);
    this.#kept.set(table, copy);
    return copy;
  }

  /** An empty batch with room for a page. */
  rows(): RowBatch {
    return { high: 0, low: this.uint32(), length: 0 };
  }
}

/** Arrays of one type, in the order they are handed out. */
class Shelf<Elements extends Table> {
  readonly #Elements: TableType<Elements>;
  readonly #memory: KernelMemory | null;
  readonly #arrays: Elements[] = [];
  #next = 0;

  constructor(Elements: TableType<Elements>, memory: KernelMemory | null) {
    this.#Elements = Elements;
    this.#memory = memory;
  }

  restart(): void {
    this.#next = 0;
  }

  take(length: number): Elements {
    const place = this.#next++;
    const known = this.#arrays[place];
    if (known !== undefined && known.length >= length) return known;
    const made = this.#memory === null
      ? new this.#Elements(length)
      : placeIn(this.#memory, this.#Elements, length);
    this.#arrays[place] = made;
    return made;
  }
}

type Table =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

interface TableType<Kind> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Kind;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Kind;
}

function placeIn<Kind>(memory: KernelMemory, Type: TableType<Kind>, length: number): Kind {
  const { buffer, byteOffset } = memory.take(length * Type.BYTES_PER_ELEMENT);
  return new Type(buffer, byteOffset, length);
}
