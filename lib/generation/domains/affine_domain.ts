import type { PageValues } from "../../columns/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { NumberStore } from "./number_store.ts";

/** `start + step * ordinal` through a store. */
export class AffineDomain implements DomainKernel {
  readonly #start: number;
  readonly #step: number;
  readonly #store: NumberStore;

  constructor(start: number, step: number, store: NumberStore) {
    this.#start = start;
    this.#step = step;
    this.#store = store;
  }

  values(ordinals: RowBatch): PageValues {
    const { units } = this.#store;
    const { low, length } = ordinals;
    const step = this.#step;
    const start = this.#start + ordinals.high * 2 ** 32 * step;
    for (let i = 0; i < length; i++) units[i] = start + step * low[i]!;
    return this.#store.store(length);
  }
}

/** The same for 32-bit columns, the most common kind, without the way through doubles. */
export class AffineInt32Domain implements DomainKernel {
  readonly #start: number;
  readonly #step: number;
  readonly #data: Int32Array;

  constructor(start: number, step: number, scratch: Scratch) {
    this.#start = start;
    this.#step = step;
    this.#data = scratch.int32();
  }

  values(ordinals: RowBatch): PageValues {
    const { low, length } = ordinals;
    const start = this.#start | 0;
    const step = this.#step | 0;
    const data = this.#data;
    for (let i = 0; i < length; i++) data[i] = start + Math.imul(step, low[i]!);
    return { kind: "int32", data: data.subarray(0, length) };
  }
}
