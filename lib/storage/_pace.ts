/** How long what was once fast or slow goes on to count. */
const MEMORY_MS = 6_000;

/**
 * Speed that neither jumps nor sleeps: an average over the last seconds, the latest counting most.
 * Work arrives in lumps, a row group at a time, so that a moment's speed says nothing.
 */
export class Pace {
  rowsPerSecond = 0;
  valuesPerSecond = 0;
  #rows = 0;
  #values = 0;
  #weight = 0;
  #rowsWaiting = 0;
  #valuesWaiting = 0;
  #measuredAtMs: number;

  /** @param nowMs When the work began. */
  constructor(nowMs: number) {
    this.#measuredAtMs = nowMs;
  }

  add({ rows, values }: { readonly rows: number; readonly values: number }): void {
    this.#rowsWaiting += rows;
    this.#valuesWaiting += values;
  }

  /** Takes what was added since the last time into the average. */
  measure(nowMs: number): void {
    const elapsedMs = nowMs - this.#measuredAtMs;
    if (elapsedMs <= 0) return;
    this.#measuredAtMs = nowMs;
    // Old sums and their weight fade alike, so that the first seconds need no special care.
    const fade = Math.exp(-elapsedMs / MEMORY_MS);
    this.#rows = this.#rows * fade + this.#rowsWaiting;
    this.#values = this.#values * fade + this.#valuesWaiting;
    this.#weight = this.#weight * fade + elapsedMs / 1000;
    this.#rowsWaiting = 0;
    this.#valuesWaiting = 0;
    this.rowsPerSecond = this.#rows / this.#weight;
    this.valuesPerSecond = this.#values / this.#weight;
  }
}
