import type { RowBatch } from "../row_batch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

/** One mapping after another: the parent's ordinal at the row that the child picked. */
export class ThroughOrdinal implements OrdinalKernel {
  readonly #first: OrdinalKernel;
  readonly #then: OrdinalKernel;

  constructor(first: OrdinalKernel, then: OrdinalKernel) {
    this.#first = first;
    this.#then = then;
  }

  map(rows: RowBatch): RowBatch {
    return this.#then.map(this.#first.map(rows));
  }
}
