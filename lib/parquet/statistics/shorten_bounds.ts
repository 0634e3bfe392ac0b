import type { Bounds } from "./bounds.ts";

/** Longest bound that is written, so that footers stay small whatever the values are. */
export const BOUND_BYTES_MAX = 64;

/**
 * What becomes of a bound that is too long. A shorter one must still be a valid value of the logical
 * type (parquet.thrift, Statistics): text is cut between characters, and JSON cannot be cut at all.
 */
export type LongBoundPolicy = "text" | "binary" | "omit";

/**
 * Replaces long bounds by shorter ones that still enclose every value.
 *
 * @param exact The smallest and the largest value.
 * @param policy What their bytes are.
 * @returns The bounds to write, or null to write none.
 */
export function shortenBounds(
  exact: { min: Uint8Array; max: Uint8Array },
  policy: LongBoundPolicy,
): Bounds | null {
  const { min, max } = exact;
  const minLong = min.length > BOUND_BYTES_MAX;
  const maxLong = max.length > BOUND_BYTES_MAX;
  if (policy === "omit" && (minLong || maxLong)) return null;
  const shortMax = maxLong ? successorOfPrefix(cut(max, policy), policy) : null;
  return {
    min: minLong ? cut(min, policy) : min,
    max: shortMax ?? max,
    minExact: !minLong,
    maxExact: shortMax === null,
  };
}

/** The longest prefix that is allowed; of text, one that ends between characters. */
function cut(value: Uint8Array, policy: LongBoundPolicy): Uint8Array {
  let end = BOUND_BYTES_MAX;
  if (policy === "text") { while (isContinuation(value[end]!)) end--; }
  return value.slice(0, end);
}

/**
 * The least short value above everything that begins with `prefix`: the last character or byte that
 * has a successor is replaced by it, and what follows is dropped.
 *
 * @returns Null where there is none.
 */
function successorOfPrefix(prefix: Uint8Array, policy: LongBoundPolicy): Uint8Array | null {
  for (let end = prefix.length; end > 0;) {
    let begin = end - 1;
    if (policy === "text") { while (begin > 0 && isContinuation(prefix[begin]!)) begin--; }
    const next = policy === "text"
      ? nextCharacter(prefix.subarray(begin, end))
      : nextByte(prefix[begin]!);
    if (next !== null) return Uint8Array.of(...prefix.subarray(0, begin), ...next);
    end = begin;
  }
  return null;
}

function nextByte(byte: number): Uint8Array | null {
  return byte === 0xff ? null : Uint8Array.of(byte + 1);
}

/** UTF-8 orders like code points; surrogates are not characters and are stepped over. */
function nextCharacter(character: Uint8Array): Uint8Array | null {
  const codePoint = new TextDecoder().decode(character).codePointAt(0)!;
  if (codePoint === 0x10ffff) return null;
  const next = codePoint === 0xd7ff ? 0xe000 : codePoint + 1;
  const encoded = new TextEncoder().encode(String.fromCodePoint(next));
  // A longer character would make the bound longer than its limit.
  return encoded.length > character.length ? null : encoded;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
