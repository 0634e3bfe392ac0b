import { kernelsOver } from "../../kernels/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import { keyForHighWord } from "./key_for_high_word.ts";
import type { RandomKey } from "./random_key.ts";

/**
 * Hashes every row of a batch: {@linkcode mix}, inlined.
 *
 * @param rows Row indices.
 * @param key The stream's key.
 * @param hashes Receives 32 random bits a row.
 */
export function hashRows(rows: RowBatch, key: RandomKey, hashes: Uint32Array): void {
  const [keyA, keyB] = keyForHighWord(key, rows.high);
  const { low, length } = rows;
  const kernels = kernelsOver(low, hashes);
  if (kernels !== null) {
    return kernels.hashRows(low.byteOffset, length, keyA, keyB, hashes.byteOffset);
  }
  for (let i = 0; i < length; i++) {
    let x = low[i]! ^ keyA;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(((x ^ (x >>> 15)) + keyB) | 0, 0xd35a2d97);
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    hashes[i] = x ^ (x >>> 16);
  }
}
