import { kernelsOver } from "../../kernels/mod.ts";
import type { RandomKey } from "./random_key.ts";

/**
 * A keyed bijection of [0, count): unique values in random order with no memory. Five multiplications
 * modulo the next power of two (three are measurably not random enough), walked along the cycle until
 * the result falls below `count`, which takes less than two steps on average.
 */
export class Permutation {
  readonly count: number;
  readonly #mask: number;
  readonly #shifts: readonly [number, number, number];
  readonly #keys: readonly [number, number, number, number];

  /**
   * @param count Size of the set, 1 to 2^32.
   * @param key The stream's key.
   */
  constructor(count: number, key: RandomKey) {
    const bits = Math.max(2, count > 2 ** 31 ? 32 : 32 - Math.clz32(count - 1));
    this.count = count;
    this.#mask = bits === 32 ? -1 : (1 << bits) - 1;
    this.#shifts = [(bits >> 1) + 1, bits >> 1, Math.max(1, Math.floor(bits / 3))];
    this.#keys = [
      key[0],
      key[1],
      Math.imul(key[0], 0x9e3779b1) ^ key[1],
      Math.imul(key[1], 0x85ebca77) ^ key[0],
    ];
  }

  /**
   * Maps the first `length` elements of `source` into `target`; they may be the same array.
   *
   * @param source Elements below `count`.
   * @param target Receives their images.
   * @param length How many.
   */
  map(source: Uint32Array, target: Uint32Array, length: number): void {
    const count = this.count;
    const mask = this.#mask;
    const [long, middle, short] = this.#shifts;
    const [a, b, c, d] = this.#keys;
    const kernels = kernelsOver(source, target);
    if (kernels !== null) {
      const [from, to] = [source.byteOffset, target.byteOffset];
      return kernels.permute(from, length, mask, count - 1, long, middle, short, a, b, to);
    }
    for (let i = 0; i < length; i++) {
      let x = source[i]! | 0;
      do {
        x = Math.imul((x + a) & mask, 0x21f0aaad) & mask;
        x ^= x >>> middle;
        x = Math.imul((x + b) & mask, 0xd35a2d97) & mask;
        x ^= x >>> short;
        x = Math.imul((x + c) & mask, 0x2c1b3c6d) & mask;
        x ^= x >>> long;
        x = Math.imul((x + d) & mask, 0x297a2d39) & mask;
        x ^= x >>> short;
        x = Math.imul(x, 0x85ebca6b) & mask;
        x ^= x >>> middle;
      } while ((x >>> 0) >= count);
      target[i] = x;
    }
  }
}
