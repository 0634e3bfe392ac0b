import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
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
    const kernels = kernelsOver(low, units);
    if (kernels !== null) {
      kernels.affineUnits(low.byteOffset, length, start, step, units.byteOffset);
    } else for (let i = 0; i < length; i++) units[i] = start + step * low[i]!;
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
    const kernels = kernelsOver(low, data);
    if (kernels !== null) {
      kernels.affineInt32(low.byteOffset, length, start, step, data.byteOffset);
    } else for (let i = 0; i < length; i++) data[i] = start + Math.imul(step, low[i]!);
    return { kind: "int32", data: data.subarray(0, length) };
  }
}

/** The same for booleans: ordinals and values are 0 or 1, so that a step is 1, 0 or -1. */
export class AffineBooleanDomain implements DomainKernel {
  readonly #start: number;
  readonly #step: number;
  readonly #data: Uint8Array;

  constructor(start: number, step: number, scratch: Scratch) {
    this.#start = start;
    this.#step = step;
    this.#data = scratch.uint8();
  }

  values(ordinals: RowBatch): PageValues {
    const { low, length } = ordinals;
    const start = this.#start;
    const step = this.#step;
    const data = this.#data;
    const kernels = kernelsOver(low, data);
    if (kernels !== null && step !== 0) {
      kernels.affineBytes(low.byteOffset, length, start, step, data.byteOffset);
    } else for (let i = 0; i < length; i++) data[i] = start + step * low[i]!;
    return { kind: "boolean", data: data.subarray(0, length) };
  }
}
