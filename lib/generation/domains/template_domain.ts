import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import { keyForHighWord } from "../random/key_for_high_word.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import { DigitsChooser, type PartChooser, RandomChooser } from "./_part_chooser.ts";
import { BLOCK_BYTES, type LaidOutPieces, runWidths, TextArena } from "./_text_arena.ts";
import type { TemplatePart } from "./template_part.ts";

type Pools = Readonly<Record<string, readonly string[]>>;

/** One place of the text: who chooses its piece, and how many characters it has if it is a run. */
interface Place {
  readonly chooser: PartChooser;
  /** Characters of a run; 0 for a long piece. */
  readonly runWidth: number;
  readonly bytesMax: number;
}

/**
 * Text put together from parts. Whatever a part is, it comes down to "which slot of an arena", so
 * the loop over rows copies pieces and asks for no more than whether one is long or a run.
 */
export class TemplateDomain implements DomainKernel {
  readonly #places: readonly Place[];
  readonly #pieces: LaidOutPieces;
  readonly #runWidths: Uint8Array;
  /** What the kernel reads of the places and the long pieces, two numbers each. */
  readonly #placeTable: Uint32Array;
  readonly #pieceTable: Uint32Array;
  /** The slot of place p of row i at p * PAGE_ROWS_MAX + i. */
  readonly #slots: Uint32Array;
  readonly #slotsByPlace: readonly Uint32Array[];
  /** The longest text and its length, in bytes. */
  readonly #rowBytesMax: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;

  /**
   * @param parts In the order of the text.
   * @param pools Words by pool name.
   * @param scratch Where arrays come from.
   */
  constructor(parts: readonly TemplatePart[], pools: Pools, scratch: Scratch) {
    const arena = new TextArena();
    this.#places = withLiteralsJoined(parts, pools).flatMap((part) => placesOf(part, arena));
    const pieces = arena.finish();
    this.#pieces = {
      ...pieces,
      words: scratch.keep(pieces.words),
      runs: scratch.keep(pieces.runs),
    };
    this.#runWidths = Uint8Array.from(this.#places, ({ runWidth }) => runWidth);
    this.#slots = scratch.uint32(this.#places.length * PAGE_ROWS_MAX);
    this.#slotsByPlace = this.#places.map((_, place) =>
      this.#slots.subarray(place * PAGE_ROWS_MAX, (place + 1) * PAGE_ROWS_MAX)
    );
    this.#placeTable = scratch.keep(
      Uint32Array.from(this.#places.flatMap(({ runWidth }, place) => [
        this.#slotsByPlace[place]!.byteOffset,
        runWidth,
      ])),
    );
    this.#pieceTable = scratch.keep(pieceTable(pieces));
    this.#rowBytesMax = this.#places.reduce((sum, { bytesMax }) => sum + bytesMax, 4);
    // Kernels need it in their memory; otherwise it grows with what is asked for.
    this.#bytes = scratch.uint8(scratch.accelerated ? this.#bytesFor(PAGE_ROWS_MAX) : 0);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
  }

  values(ordinals: RowBatch): PageValues {
    this.#places.forEach(({ chooser }, place) =>
      chooser.choose(ordinals, this.#slotsByPlace[place]!)
    );
    this.#reserve(this.#bytesFor(ordinals.length));
    const byteLength = this.#compose(ordinals.length);
    return { kind: "bytes", data: this.#bytes.subarray(0, byteLength) };
  }

  /** What is copied too much has room behind the last row. */
  #bytesFor(rows: number): number {
    return rows * this.#rowBytesMax + BLOCK_BYTES;
  }

  #reserve(byteLength: number): void {
    if (this.#bytes.length >= byteLength) return;
    this.#bytes = new Uint8Array(byteLength);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Parquet Encodings.md, PLAIN for BYTE_ARRAY: each text behind its length. */
  #compose(rows: number): number {
    const { words, offsets, lengths, runs } = this.#pieces;
    const slots = this.#slots;
    const runWidths = this.#runWidths;
    const view = this.#view;
    const kernels = kernelsOver(slots, this.#bytes, this.#pieceTable);
    if (kernels !== null && kernels === kernelsOver(words, runs, this.#placeTable)) {
      return kernels.composeText(
        this.#placeTable.byteOffset,
        runWidths.length,
        rows,
        words.byteOffset,
        this.#pieceTable.byteOffset,
        runs.byteOffset,
        this.#bytes.byteOffset,
      );
    }
    let at = 0;
    for (let row = 0; row < rows; row++) {
      const start = at;
      at += 4;
      for (let place = 0, cell = row; place < runWidths.length; place++, cell += PAGE_ROWS_MAX) {
        const slot = slots[cell]!;
        const runWidth = runWidths[place]!;
        if (runWidth > 0) {
          view.setInt32(at, runs[slot]!, true);
          at += runWidth;
          continue;
        }
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

/** Where each long piece begins, in bytes, and its length. */
function pieceTable({ offsets, lengths }: LaidOutPieces): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(2 * offsets.length);
  offsets.forEach((offset, slot) => {
    table[2 * slot] = 4 * offset;
    table[2 * slot + 1] = lengths[slot]!;
  });
  return table;
}

/** A part with its words at hand. */
type JoinedPart =
  | {
    readonly kind: "texts";
    readonly texts: readonly string[];
    readonly key: readonly [number, number];
  }
  | Extract<TemplatePart, { kind: "symbols" | "ordinal" }>;

/** Joins a literal to the words beside it: one piece to copy instead of two. */
function withLiteralsJoined(parts: readonly TemplatePart[], pools: Pools): JoinedPart[] {
  const joined: JoinedPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "symbols" || part.kind === "ordinal") joined.push(part);
    else if (part.kind === "literal" && last?.kind === "texts") {
      joined[joined.length - 1] = { ...last, texts: last.texts.map((text) => text + part.text) };
    } else if (part.kind === "literal") {
      joined.push({ kind: "texts", texts: [part.text], key: [0, 0] });
    } else if (last?.kind === "texts" && last.texts.length === 1) {
      const texts = pools[part.pool]!.map((text) => last.texts[0]! + text);
      joined[joined.length - 1] = { kind: "texts", texts, key: part.key };
    } else joined.push({ kind: "texts", texts: pools[part.pool]!, key: part.key });
  }
  return joined;
}

function placesOf(part: JoinedPart, arena: TextArena): Place[] {
  switch (part.kind) {
    case "texts": {
      const range = arena.addPieces(part.texts);
      const bytesMax = part.texts.reduce(
        (most, text) => Math.max(most, 3 * text.length),
        BLOCK_BYTES,
      );
      return [{ chooser: new RandomChooser(range, part.key), runWidth: 0, bytesMax }];
    }
    case "symbols":
      return runWidths(part.alphabet, part.width).map((width, run) => {
        const key = keyForHighWord(part.key, run);
        const chooser = new RandomChooser(arena.addRuns(part.alphabet, width), key);
        return { chooser, runWidth: width, bytesMax: width };
      });
    case "ordinal":
      return ordinalPlaces(part.alphabet, part.width, arena);
  }
}

/** The most significant digits come first in the text, so their run has the largest divisor. */
function ordinalPlaces(alphabet: string, width: number, arena: TextArena): Place[] {
  let rest = width;
  return runWidths(alphabet, width).map((runWidth) => {
    rest -= runWidth;
    const range = arena.addRuns(alphabet, runWidth);
    return {
      chooser: new DigitsChooser(range, alphabet.length ** rest),
      runWidth,
      bytesMax: runWidth,
    };
  });
}
