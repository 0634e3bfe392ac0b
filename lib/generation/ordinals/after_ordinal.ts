import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

interface Shift {
  /** The first row, below 2^32. */
  readonly row: number;
  readonly offset: number;
}

/** A mapping that begins at a row of its own, and whose ordinals lie behind those of another. */
export class AfterOrdinal implements OrdinalKernel {
  readonly #shift: Shift;
  readonly #then: OrdinalKernel;
  readonly #rows: RowBatch;
  readonly #ordinals: RowBatch;

  constructor(shift: Shift, then: OrdinalKernel, scratch: Scratch) {
    this.#shift = shift;
    this.#then = then;
    this.#rows = scratch.rows();
    this.#ordinals = scratch.rows();
  }

  map(rows: RowBatch): RowBatch {
    const { length } = rows;
    const { row, offset } = this.#shift;
    const shifted = this.#rows.low;
    for (let i = 0; i < length; i++) shifted[i] = rows.low[i]! - row;
    this.#rows.length = length;
    const mapped = this.#then.map(this.#rows).low;
    const { low } = this.#ordinals;
    for (let i = 0; i < length; i++) low[i] = mapped[i]! + offset;
    this.#ordinals.length = length;
    return this.#ordinals;
  }
}
