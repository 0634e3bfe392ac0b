import type { Dictionary, PageValues } from "../../columns/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
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
