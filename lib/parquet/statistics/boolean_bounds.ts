import type { PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { Bounds, BoundsTracker } from "./bounds.ts";

/** Bounds of BOOLEAN, where false comes before true. */
export class BooleanBounds implements BoundsTracker {
  #seenFalse = false;
  #seenTrue = false;

  reset(): void {
    this.#seenFalse = false;
    this.#seenTrue = false;
  }

  add(values: PageValues, count: number): void {
    invariant(values.kind === "boolean", "a BOOLEAN column has values of kind boolean");
    const bytes = values.data.subarray(0, count);
    this.#seenFalse ||= bytes.includes(0);
    this.#seenTrue ||= bytes.includes(1);
  }

  bounds(): Bounds | null {
    if (!this.#seenFalse && !this.#seenTrue) return null;
    return {
      min: Uint8Array.of(this.#seenFalse ? 0 : 1),
      max: Uint8Array.of(this.#seenTrue ? 1 : 0),
      minExact: true,
      maxExact: true,
    };
  }
}
