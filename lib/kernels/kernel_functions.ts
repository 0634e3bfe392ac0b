/**
 * What the WebAssembly module exports, as `assembly/` defines it. Arrays are passed as addresses in
 * the module's memory. Functions that map values write in steps of 16 bytes and may write past the
 * count, into the room that every array of a KernelMemory has behind it; those that read values to
 * sum them up read no more than the count.
 */
export interface KernelFunctions {
  /** The first address that is the caller's. */
  memoryBegin(): number;
  listRows(target: number, count: number, first: number): void;
  hashRows(rows: number, count: number, keyA: number, keyB: number, target: number): void;
  drawBelow(
    rows: number,
    count: number,
    keyA: number,
    keyB: number,
    outcomes: number,
    first: number,
    target: number,
  ): void;
  drawWeighted(
    rows: number,
    count: number,
    keyA: number,
    keyB: number,
    thresholds: number,
    guide: number,
    target: number,
  ): void;
  drawWeightedFew(
    rows: number,
    count: number,
    keyA: number,
    keyB: number,
    thresholds: number,
    thresholdCount: number,
    target: number,
  ): void;
  drawEarlier(rows: number, count: number, keyA: number, keyB: number, target: number): void;
  keepPresent(
    rows: number,
    count: number,
    keyA: number,
    keyB: number,
    threshold: number,
    validity: number,
  ): number;
  permute(
    source: number,
    count: number,
    mask: number,
    last: number,
    long: number,
    middle: number,
    short: number,
    keyA: number,
    keyB: number,
    target: number,
  ): void;
  lastDigits(
    values: number,
    count: number,
    radices: number,
    digitCount: number,
    keyA: number,
    keyB: number,
    target: number,
  ): void;
  affineInt32(ordinals: number, count: number, start: number, step: number, target: number): void;
  affineBytes(ordinals: number, count: number, start: number, step: number, target: number): void;
  affineUnits(ordinals: number, count: number, start: number, step: number, target: number): void;
  listUnits(ordinals: number, count: number, list: number, target: number): void;
  drawWide(
    rows: number,
    count: number,
    highKeyA: number,
    highKeyB: number,
    lowKeyA: number,
    lowKeyB: number,
    start: number,
    step: number,
    outcomes: number,
    target: number,
  ): void;
  drawQuantiles(
    rows: number,
    count: number,
    keyA: number,
    keyB: number,
    table: number,
    lowest: number,
    highest: number,
    step: number,
    rounded: boolean,
    tails: number,
    target: number,
  ): number;
  storeInt32(units: number, count: number, target: number): void;
  storeInt64(units: number, count: number, multiplier: bigint, target: number): void;
  storeDoubles(units: number, count: number, divisor: number, target: number): void;
  storeFloats(units: number, count: number, divisor: number, target: number): void;
  storeBooleans(units: number, count: number, target: number): void;
  composeText(
    places: number,
    placeCount: number,
    rowCount: number,
    bytes: number,
    pieces: number,
    runs: number,
    target: number,
  ): number;
  chooseDigits(
    ordinals: number,
    rowCount: number,
    base: number,
    divisor: number,
    count: number,
    first: number,
    target: number,
  ): void;
  storeWords(words: number, count: number, stride: number, target: number): void;
  markUuids(target: number, count: number): void;
  packBits(source: number, count: number, target: number): void;
  packPositions(positions: number, count: number, bitWidth: number, target: number): void;
  markUsed(positions: number, count: number, used: number, entryCount: number): number;
  /** Where the functions below leave the smallest and the largest value. */
  boundsFound(): number;
  boundInt32(values: number, count: number, flip: number): void;
  boundInt64(values: number, count: number, flip: bigint): void;
  boundDoubles(values: number, count: number): number;
  boundFloats(values: number, count: number): number;
  boundFixed(values: number, count: number, width: number, flip: bigint): void;
  boundTexts(texts: number, count: number): number;
  compressSnappy(source: number, count: number, target: number): number;
}
