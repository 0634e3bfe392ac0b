import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";

interface Stage {
  readonly from: number;
  readonly kernel: OrdinalKernel;
}

/**
 * One mapping for the first rows, another for the next. A page lies in one stage nearly always; the
 * rows that a foreign key picks lie in all of them, and are dealt out and brought together again.
 */
export class StagedOrdinal implements OrdinalKernel {
  readonly #stages: readonly Stage[];
  readonly #dealt: RowBatch;
  readonly #places: Uint32Array;
  readonly #ordinals: RowBatch;

  /** @param stages By `from`, the first of which is 0; all below 2^32. */
  constructor(stages: readonly Stage[], scratch: Scratch) {
    this.#stages = stages;
    this.#dealt = scratch.rows();
    this.#places = scratch.uint32();
    this.#ordinals = scratch.rows();
  }

  map(rows: RowBatch): RowBatch {
    const stages = this.#stages;
    const { least, most } = boundsOf(rows);
    for (let stage = 0; stage < stages.length; stage++) {
      const { from, kernel } = stages[stage]!;
      const until = stages[stage + 1]?.from ?? 2 ** 32;
      // A table that was added to often has many stages, and a page of its rows lies in one or two.
      if (most < from || least >= until) continue;
      const count = this.#deal(rows, from, until);
      if (count === 0) continue;
      if (count === rows.length) return kernel.map(rows);
      this.#collect(kernel.map(this.#dealt).low, count);
    }
    this.#ordinals.length = rows.length;
    return this.#ordinals;
  }

  /** Picks the rows of a stage, and remembers where they stood. */
  #deal({ low, length }: RowBatch, from: number, until: number): number {
    const dealt = this.#dealt.low;
    const places = this.#places;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const row = low[i]!;
      dealt[count] = row;
      places[count] = i;
      count += row >= from && row < until ? 1 : 0;
    }
    this.#dealt.length = count;
    return count;
  }

  #collect(mapped: Uint32Array, count: number): void {
    const { low } = this.#ordinals;
    const places = this.#places;
    for (let i = 0; i < count; i++) low[places[i]!] = mapped[i]!;
  }
}

function boundsOf({ low, length }: RowBatch): { readonly least: number; readonly most: number } {
  let least = 2 ** 32;
  let most = 0;
  for (let i = 0; i < length; i++) {
    const row = low[i]!;
    least = row < least ? row : least;
    most = row > most ? row : most;
  }
  return { least, most };
}
