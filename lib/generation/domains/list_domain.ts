import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { NumberStore } from "./number_store.ts";

/** The ordinal-th of a few numbers. */
export class ListDomain implements DomainKernel {
  readonly #list: Float64Array;
  readonly #store: NumberStore;

  constructor(list: readonly number[], store: NumberStore, scratch: Scratch) {
    this.#list = scratch.keep(Float64Array.from(list));
    this.#store = store;
  }

  values(ordinals: RowBatch): PageValues {
    const { units } = this.#store;
    const list = this.#list;
    const { low, length } = ordinals;
    const kernels = kernelsOver(low, list, units);
    if (kernels !== null) {
      kernels.listUnits(low.byteOffset, length, list.byteOffset, units.byteOffset);
    } else for (let i = 0; i < length; i++) units[i] = list[low[i]!]!;
    return this.#store.store(length);
  }
}
