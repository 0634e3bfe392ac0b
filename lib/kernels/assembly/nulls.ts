import { mix4 } from "./mix";

/** For every choice of four: which bytes of a vector move to the front, and one byte each. */
const SHUFFLES = memory.data(16 * 16, 16);
const CHOICES = memory.data(16 * 4);

/** Draws which rows are NULL; packs the others together, and returns how many there are. */
export function keepPresent(
  rows: usize,
  count: i32,
  keyA: u32,
  keyB: u32,
  threshold: u32,
  validity: usize,
): i32 {
  if (load<u8>(SHUFFLES, 17) == 0) fillTables();
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const least = i32x4.splat(threshold);
  let kept = rows;
  for (let i = 0; i < count; i += 4, validity += 4) {
    const four = v128.load(rows + ((<usize>i) << 2));
    let present = i32x4.bitmask(i32x4.ge_u(mix4(four, a, b), least));
    if (count - i < 4) present &= (1 << (count - i)) - 1;
    store<u32>(validity, load<u32>(CHOICES + ((<usize>present) << 2)));
    v128.store(kept, i8x16.swizzle(four, v128.load(SHUFFLES + ((<usize>present) << 4))));
    kept += (<usize>popcnt(present)) << 2;
  }
  return <i32>((kept - rows) >> 2);
}

function fillTables(): void {
  for (let choice: usize = 0; choice < 16; choice++) {
    let at = SHUFFLES + (choice << 4);
    for (let lane: usize = 0; lane < 4; lane++) {
      const chosen = <u8>((choice >> lane) & 1);
      store<u8>(CHOICES + (choice << 2) + lane, chosen);
      if (chosen == 0) continue;
      store<u32>(at, 0x03020100 + <u32>lane * 0x04040404);
      at += 4;
    }
  }
}
