import type { PageValues } from "../../columns/mod.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import {
  ConstantChooser,
  DigitsChooser,
  type PartChooser,
  RandomChooser,
} from "./_part_chooser.ts";
import { BLOCK_BYTES, TextArena } from "./_text_arena.ts";
import type { TemplatePart } from "./template_part.ts";

/** The most pieces that a run of random or ordinal characters is cut from; keeps them in the cache. */
const CHUNK_PIECES_MAX = 4096;

/**
 * Text put together from parts. Whatever a part is, it comes down to "which slot of one arena", so
 * the loop over rows copies pieces and asks nothing.
 */
export class TemplateDomain implements DomainKernel {
  readonly #choosers: readonly PartChooser[];
  readonly #arena: ReturnType<TextArena["finish"]>;
  /** Slots of part p of row i at p * PAGE_ROWS_MAX + i. */
  readonly #slots: Uint32Array;
  readonly #slotsByPart: readonly Uint32Array[];
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);

  /**
   * @param parts In the order of the text.
   * @param pools Words by pool name.
   */
  constructor(
    parts: readonly TemplatePart[],
    pools: Readonly<Record<string, readonly string[]>>,
  ) {
    const arena = new TextArena();
    this.#choosers = parts.flatMap((part) => choosersOf(part, arena, pools));
    this.#arena = arena.finish();
    this.#slots = new Uint32Array(this.#choosers.length * PAGE_ROWS_MAX);
    this.#slotsByPart = this.#choosers.map((_, part) =>
      this.#slots.subarray(part * PAGE_ROWS_MAX, (part + 1) * PAGE_ROWS_MAX)
    );
  }

  values(ordinals: RowBatch): PageValues {
    this.#choosers.forEach((chooser, part) => chooser.choose(ordinals, this.#slotsByPart[part]!));
    this.#reserve(this.#countBytes(ordinals.length) + BLOCK_BYTES);
    const byteLength = this.#compose(ordinals.length);
    return { kind: "bytes", data: this.#bytes.subarray(0, byteLength) };
  }

  #countBytes(rows: number): number {
    const { lengths } = this.#arena;
    const slots = this.#slots;
    let bytes = 4 * rows;
    for (let part = 0; part < this.#choosers.length; part++) {
      const base = part * PAGE_ROWS_MAX;
      for (let i = 0; i < rows; i++) bytes += lengths[slots[base + i]!]!;
    }
    return bytes;
  }

  #reserve(byteLength: number): void {
    if (this.#bytes.length >= byteLength) return;
    this.#bytes = new Uint8Array(Math.ceil(byteLength * 1.25));
    this.#view = new DataView(this.#bytes.buffer);
  }

  #compose(rows: number): number {
    const { words, offsets, lengths } = this.#arena;
    const slots = this.#slots;
    const view = this.#view;
    const end = this.#choosers.length * PAGE_ROWS_MAX;
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const start = at;
      at += 4;
      for (let cell = i; cell < end; cell += PAGE_ROWS_MAX) {
        const slot = slots[cell]!;
        const length = lengths[slot]!;
        let word = offsets[slot]!;
        for (let copied = 0; copied < length; copied += BLOCK_BYTES, word += 4) {
          view.setInt32(at + copied, words[word]!, true);
          view.setInt32(at + copied + 4, words[word + 1]!, true);
          view.setInt32(at + copied + 8, words[word + 2]!, true);
          view.setInt32(at + copied + 12, words[word + 3]!, true);
        }
        at += length;
      }
      view.setInt32(start, at - start - 4, true);
    }
    return at;
  }
}

function choosersOf(
  part: TemplatePart,
  arena: TextArena,
  pools: Readonly<Record<string, readonly string[]>>,
): PartChooser[] {
  switch (part.kind) {
    case "literal":
      return [new ConstantChooser(arena.add([part.text]))];
    case "pool": {
      const words = pools[part.pool]!;
      return [new RandomChooser(arena.add(words), words.length, part.key)];
    }
    case "symbols":
      return chunkWidths(part.alphabet, part.width).map((width, chunk) => {
        const pieces = allWords(part.alphabet, width);
        return new RandomChooser(arena.add(pieces), pieces.length, keyForHighWord(part.key, chunk));
      });
    case "ordinal":
      return ordinalChoosers(part.alphabet, part.width, arena);
  }
}

/** The most significant digits come first in the text, so their chunk has the largest divisor. */
function ordinalChoosers(alphabet: string, width: number, arena: TextArena): PartChooser[] {
  let rest = width;
  return chunkWidths(alphabet, width).map((chunk) => {
    rest -= chunk;
    const pieces = allWords(alphabet, chunk);
    return new DigitsChooser(arena.add(pieces), pieces.length, alphabet.length ** rest);
  });
}

/** Cuts `width` characters into chunks of as many as a table of pieces can hold. */
function chunkWidths(alphabet: string, width: number): number[] {
  const most = Math.max(
    1,
    Math.floor(Math.log(CHUNK_PIECES_MAX) / Math.log(alphabet.length) + 1e-9),
  );
  const widths: number[] = [];
  for (let rest = width; rest > 0; rest -= most) widths.push(Math.min(most, rest));
  return widths;
}

/** Every word of `width` characters, in counting order. */
function allWords(alphabet: string, width: number): string[] {
  let words = [""];
  for (let i = 0; i < width; i++) {
    words = words.flatMap((word) => Array.from(alphabet, (character) => word + character));
  }
  return words;
}
