import type { Dictionary, PageValues } from "../../columns/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import type { Scratch } from "../scratch.ts";
import { wordDictionary } from "./word_dictionary.ts";

/** Words of a pool: the pool goes to the file as a dictionary, the ordinals are the positions. */
export class PoolDomain implements DomainKernel {
  readonly dictionary: Dictionary;

  /** @param words Distinct, in the order of their UTF-8 bytes. */
  constructor(words: readonly string[]) {
    this.dictionary = wordDictionary(words);
  }

  values(ordinals: RowBatch): PageValues {
    return { kind: "indices", data: ordinals.low.subarray(0, ordinals.length) };
  }
}

/** The same where ordinals stand for words in another order, or several for one. */
export class OrderedPoolDomain implements DomainKernel {
  readonly dictionary: Dictionary;
  readonly #order: Uint32Array;
  readonly #indices: Uint32Array;

  /**
   * @param words Distinct, in the order of their UTF-8 bytes.
   * @param order The place among them of every ordinal's word.
   */
  constructor(words: readonly string[], order: readonly number[], scratch: Scratch) {
    this.dictionary = wordDictionary(words);
    this.#order = Uint32Array.from(order);
    this.#indices = scratch.uint32();
  }

  values({ low, length }: RowBatch): PageValues {
    const [order, indices] = [this.#order, this.#indices];
    for (let i = 0; i < length; i++) indices[i] = order[low[i]!]!;
    return { kind: "indices", data: indices.subarray(0, length) };
  }
}
