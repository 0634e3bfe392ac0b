import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";

/** Bounds of INT32: signed, or unsigned where the annotation says so. */
export class Int32Bounds implements BoundsTracker {
  /** Turns unsigned order into signed order by flipping the top bit. */
  readonly #flip: number;
  #min = 0x7fffffff;
  #max = -0x80000000;
  #seen = false;

  constructor({ signed }: { signed: boolean }) {
    this.#flip = signed ? 0 : 0x80000000 | 0;
  }

  reset(): void {
    this.#min = 0x7fffffff;
    this.#max = -0x80000000;
    this.#seen = false;
  }

  add(values: PageValues, count: number): void {
    if (count === 0) return;
    if (values.kind === "sequence") {
      this.#addSpan(Int32Array.of(values.first, values.first + (count - 1) * values.step), 2);
    } else {
      invariant(values.kind === "int32", "an INT32 column has values of kind int32");
      const { data } = values;
      const kernels = kernelsOver(data);
      if (kernels === null) this.#addSpan(data, count);
      else {
        kernels.boundInt32(data.byteOffset, count, this.#flip);
        this.#addSpan(new Int32Array(data.buffer, kernels.boundsFound(), 2), 2);
      }
    }
    this.#seen = true;
  }

  bounds(): Bounds | null {
    if (!this.#seen) return null;
    const bytes = (value: number) => new Uint8Array(Int32Array.of(value ^ this.#flip).buffer);
    return { min: bytes(this.#min), max: bytes(this.#max), minExact: true, maxExact: true };
  }

  #addSpan(data: Int32Array, count: number): void {
    const flip = this.#flip;
    let min = this.#min;
    let max = this.#max;
    for (let i = 0; i < count; i++) {
      const value = data[i]! ^ flip;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    this.#min = min;
    this.#max = max;
  }
}
