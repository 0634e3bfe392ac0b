import { kernelsOver } from "../../kernels/mod.ts";
import type { RowBatch } from "../row_batch.ts";
import { hashRows } from "./hash_rows.ts";
import { keyForHighWord } from "./key_for_high_word.ts";
import type { RandomKey } from "./random_key.ts";

/** Up to this many outcomes the product with a 32-bit hash is exact in a double. */
const EXACT_COUNT_MAX = 2 ** 21;

/** What is drawn: an integer in [first, first + count). */
export interface Draw {
  readonly key: RandomKey;
  /** Number of outcomes, 1 to 2^32. */
  readonly count: number;
  readonly first?: number;
}

/**
 * Draws an integer for every row: `first + floor(hash * count / 2^32)`, exact for every count.
 *
 * @param rows Row indices.
 * @param draw What is drawn.
 * @param target Receives one integer a row.
 */
export function drawBelow(
  rows: RowBatch,
  { key, count, first = 0 }: Draw,
  target: Uint32Array,
): void {
  const kernels = kernelsOver(rows.low, target);
  if (kernels !== null && count < 2 ** 32) {
    const [keyA, keyB] = keyForHighWord(key, rows.high);
    const { low: { byteOffset }, length } = rows;
    kernels.drawBelow(byteOffset, length, keyA, keyB, count, first, target.byteOffset);
    return;
  }
  if (count > EXACT_COUNT_MAX) {
    drawFromMany(rows, { key, count, first }, target);
    return;
  }
  const [keyA, keyB] = keyForHighWord(key, rows.high);
  const scale = count / 2 ** 32;
  const { low, length } = rows;
  for (let i = 0; i < length; i++) {
    let x = low[i]! ^ keyA;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(((x ^ (x >>> 15)) + keyB) | 0, 0xd35a2d97);
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    target[i] = first + ((((x ^ (x >>> 16)) >>> 0) * scale) | 0);
  }
}

/** The 64-bit product in two halves of 48 bits, as in multiplyHigh. */
function drawFromMany(
  rows: RowBatch,
  { key, count, first }: Required<Draw>,
  target: Uint32Array,
): void {
  hashRows(rows, key, target);
  if (count === 2 ** 32) return;
  for (let i = 0; i < rows.length; i++) {
    const hash = target[i]!;
    const carry = Math.floor(count * (hash & 0xffff) * (1 / 65536));
    target[i] = first + Math.floor((count * (hash >>> 16) + carry) * (1 / 65536));
  }
}
