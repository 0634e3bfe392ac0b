import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { type KernelFunctions, kernelsOver } from "../../kernels/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";

/**
 * Bounds of FLOAT and DOUBLE. Spec: parquet.thrift, ColumnOrder: NaN is counted and left out; a
 * smallest value of zero is written as -0 and a largest one as +0, whichever occurred.
 */
export class FloatBounds implements BoundsTracker {
  readonly #single: boolean;
  #min = Infinity;
  #max = -Infinity;
  #nanCount = 0;
  #numberCount = 0;

  constructor({ single }: { single: boolean }) {
    this.#single = single;
  }

  get nanCount(): number {
    return this.#nanCount;
  }

  reset(): void {
    this.#min = Infinity;
    this.#max = -Infinity;
    this.#nanCount = 0;
    this.#numberCount = 0;
  }

  add(values: PageValues, count: number): void {
    const kind = this.#single ? "float" : "double";
    invariant(values.kind === kind, `a ${kind} column has values of kind ${kind}`);
    const kernels = kernelsOver(values.data);
    const nanCount = kernels !== null
      ? this.#addBy(kernels, values.data, count)
      : values.kind === "float"
      ? this.#addSingles(values.data, count)
      : this.#addDoubles(values.data, count);
    this.#nanCount += nanCount;
    this.#numberCount += count - nanCount;
  }

  bounds(): Bounds | null {
    if (this.#numberCount === 0) return null;
    const min = this.#bytes(this.#min === 0 ? -0 : this.#min);
    const max = this.#bytes(this.#max === 0 ? 0 : this.#max);
    return { min, max, minExact: true, maxExact: true };
  }

  #bytes(value: number): Uint8Array {
    const array = this.#single ? Float32Array.of(value) : Float64Array.of(value);
    return new Uint8Array(array.buffer);
  }

  #addBy(
    kernels: KernelFunctions,
    { buffer, byteOffset }: Float32Array | Float64Array,
    count: number,
  ): number {
    const nanCount = this.#single
      ? kernels.boundFloats(byteOffset, count)
      : kernels.boundDoubles(byteOffset, count);
    this.#addDoubles(new Float64Array(buffer, kernels.boundsFound(), 2), 2);
    return nanCount;
  }

  // Twice the same loop, so that each only ever sees one kind of array.

  #addSingles(data: Float32Array, count: number): number {
    let min = this.#min;
    let max = this.#max;
    let nanCount = 0;
    for (let i = 0; i < count; i++) {
      const value = data[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
      if (value !== value) nanCount++;
    }
    this.#min = min;
    this.#max = max;
    return nanCount;
  }

  #addDoubles(data: Float64Array, count: number): number {
    let min = this.#min;
    let max = this.#max;
    let nanCount = 0;
    for (let i = 0; i < count; i++) {
      const value = data[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
      if (value !== value) nanCount++;
    }
    this.#min = min;
    this.#max = max;
    return nanCount;
  }
}
