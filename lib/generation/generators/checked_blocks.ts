export interface CheckedBlocks {
  /** Digits that every block begins with. */
  readonly prefix: string;
  /** Digits of a block. */
  readonly width: number;
  readonly count: number;
  /** What a digit adds to the sum at an index of the block. */
  readonly contribution: (digit: number, index: number) => number;
  /** What the sum of a block leaves when divided by ten. */
  readonly remainder: number;
}

/** Coprime to every power of ten, so that the blocks of one list all differ. */
const STRIDE = 7919;

/**
 * Blocks of digits of which every combination has a right check digit: as each block's sum leaves
 * a known remainder, so does the sum of them all.
 *
 * @param blocks What they look like; `count` is at most ten to the power of the free digits.
 * @returns Distinct blocks, sorted.
 */
export function checkedBlocks(blocks: CheckedBlocks): readonly string[] {
  const freeWidth = blocks.width - blocks.prefix.length - 1;
  const combinations = 10 ** freeWidth;
  const free = Array.from({ length: blocks.count }, (_, i) => (i * STRIDE) % combinations);
  return free
    .map((number) => blocks.prefix + String(number).padStart(freeWidth, "0"))
    .map((head) => head + closingDigit(head, blocks))
    .sort();
}

function closingDigit(head: string, { contribution, remainder }: CheckedBlocks): number {
  let sum = 0;
  for (let i = 0; i < head.length; i++) sum += contribution(Number(head[i]), i);
  let digit = 0;
  while ((sum + contribution(digit, head.length)) % 10 !== remainder) digit++;
  return digit;
}
