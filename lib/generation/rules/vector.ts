import { PAGE_ROWS_MAX } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";

/** The values of a node for the rows of a page; where `nulls` is 1, the value means nothing. */
export type Vector = NumberVector | TextVector;

export interface NumberVector {
  readonly kind: "numbers";
  readonly data: Float64Array;
  readonly nulls: Uint8Array | null;
}

export type TextVector = WordVector | SpanVector;

/** Texts out of a list. */
export interface WordVector {
  readonly kind: "words";
  readonly codes: Uint32Array;
  readonly words: readonly string[];
  readonly nulls: Uint8Array | null;
}

/** Texts that lie in one array of UTF-8 bytes. */
export interface SpanVector {
  readonly kind: "spans";
  /** Another array when a page has more text than the one before. */
  bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly nulls: Uint8Array | null;
}

/** Makes an empty vector of numbers, with room for NULLs if any operand has them. */
export function numberVector(
  scratch: Scratch,
  operands: readonly Vector[] = [],
): NumberVector {
  return { kind: "numbers", data: scratch.float64(), nulls: nullsFor(scratch, operands) };
}

export function wordVector(
  scratch: Scratch,
  words: readonly string[],
  operands: readonly Vector[] = [],
): WordVector {
  return { kind: "words", codes: scratch.uint32(), words, nulls: nullsFor(scratch, operands) };
}

export function spanVector(scratch: Scratch, operands: readonly Vector[] = []): SpanVector {
  return {
    kind: "spans",
    bytes: new Uint8Array(0),
    starts: scratch.uint32(),
    lengths: scratch.uint32(),
    nulls: nullsFor(scratch, operands),
  };
}

function nullsFor(scratch: Scratch, operands: readonly Vector[]): Uint8Array | null {
  return operands.some(({ nulls }) => nulls !== null) ? scratch.uint8(PAGE_ROWS_MAX) : null;
}

/** NULL where any operand is. */
export function joinNulls(
  target: Uint8Array | null,
  operands: readonly Vector[],
  length: number,
): void {
  if (target === null) return;
  target.fill(0, 0, length);
  for (const { nulls } of operands) {
    if (nulls === null) continue;
    for (let i = 0; i < length; i++) target[i]! |= nulls[i]!;
  }
}
