import type { Dictionary, PageValues } from "../../columns/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import type { DomainKernel } from "./domain_kernel.ts";

/** Words of a pool: the pool goes to the file as a dictionary, the ordinals are the positions. */
export class PoolDomain implements DomainKernel {
  readonly dictionary: Dictionary;

  /** @param words Distinct, in the order of their UTF-8 bytes. */
  constructor(words: readonly string[]) {
    this.dictionary = { count: words.length, plain: plainText(words), sorted: true };
  }

  values(ordinals: RowBatch): PageValues {
    return { kind: "indices", data: ordinals.low.subarray(0, ordinals.length) };
  }
}

/** Parquet Encodings.md, PLAIN for BYTE_ARRAY: length as 32-bit little-endian, then the bytes. */
function plainText(words: readonly string[]): Uint8Array {
  const encoded = words.map((word) => new TextEncoder().encode(word));
  const plain = new Uint8Array(encoded.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(plain.buffer);
  let at = 0;
  for (const bytes of encoded) {
    view.setUint32(at, bytes.length, true);
    plain.set(bytes, at + 4);
    at += 4 + bytes.length;
  }
  return plain;
}
