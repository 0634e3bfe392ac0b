/** Bytes that are copied at once; every long piece begins at a multiple of it. */
export const BLOCK_BYTES = 16;

/** Characters of a run: as many as one 32-bit word holds. */
const RUN_CHARACTERS_MAX = 4;

/** Most runs of one width, so that their words stay in the cache. */
const RUNS_MAX = 65_536;

/**
 * Runs by the ranges they are of: columns of e-mail addresses, codes and serials share a few, which
 * have up to 256 KiB each.
 */
const RUN_TABLES = new Map<string, Int32Array<ArrayBuffer>>();
const RUN_TABLES_MAX = 32;

/** Consecutive slots of the arena. */
export interface PieceRange {
  readonly first: number;
  readonly count: number;
}

/** The arena as the copying loop reads it. */
export interface LaidOutPieces {
  /** Bytes of the long pieces, four a word. */
  readonly words: Int32Array<ArrayBuffer>;
  /** Where a long piece begins in `words`, by slot. */
  readonly offsets: Uint32Array;
  /** Bytes of a long piece, by slot. */
  readonly lengths: Uint32Array;
  /** Runs of characters, one a word, by slot. */
  readonly runs: Int32Array<ArrayBuffer>;
}

/**
 * All the pieces of text that a template puts together. Long pieces (words, literals) are copied in
 * whole blocks, runs (random characters, serials) as one word; what is copied too much is
 * overwritten by the next piece.
 */
export class TextArena {
  readonly #pieces: Uint8Array[] = [];
  readonly #runs: number[] = [];
  readonly #runRanges = new Map<string, PieceRange>();

  /** Adds long pieces. */
  addPieces(texts: readonly string[]): PieceRange {
    const encoder = new TextEncoder();
    const first = this.#pieces.length;
    for (const text of texts) this.#pieces.push(encoder.encode(text));
    return { first, count: texts.length };
  }

  /**
   * Adds every run of `width` characters of an ASCII alphabet, in counting order; once, however many
   * places of a template they stand in.
   */
  addRuns(alphabet: string, width: number): PieceRange {
    const name = `${width} ${alphabet}`;
    const known = this.#runRanges.get(name);
    if (known !== undefined) return known;
    const codes = Array.from(alphabet, (character) => character.charCodeAt(0));
    let runs = [0];
    for (let place = 0; place < width; place++) {
      runs = runs.flatMap((run) => codes.map((code) => run | (code << (8 * place))));
    }
    const range = { first: this.#runs.length, count: runs.length };
    for (const run of runs) this.#runs.push(run);
    this.#runRanges.set(name, range);
    return range;
  }

  /** Lays the pieces out. */
  finish(): LaidOutPieces {
    const offsets = new Uint32Array(this.#pieces.length);
    const lengths = Uint32Array.from(this.#pieces, (piece) => piece.length);
    let blocks = 0;
    this.#pieces.forEach((piece, slot) => {
      offsets[slot] = (blocks * BLOCK_BYTES) / 4;
      blocks += Math.max(1, Math.ceil(piece.length / BLOCK_BYTES));
    });
    const bytes = new Uint8Array(blocks * BLOCK_BYTES);
    this.#pieces.forEach((piece, slot) => bytes.set(piece, offsets[slot]! * 4));
    return {
      words: new Int32Array(bytes.buffer),
      offsets,
      lengths,
      runs: this.#runTable(),
    };
  }

  #runTable(): Int32Array<ArrayBuffer> {
    const name = JSON.stringify([...this.#runRanges.keys()]);
    const known = RUN_TABLES.get(name);
    if (known !== undefined) return known;
    if (RUN_TABLES.size >= RUN_TABLES_MAX) RUN_TABLES.clear();
    const made = Int32Array.from(this.#runs);
    RUN_TABLES.set(name, made);
    return made;
  }
}

/**
 * Cuts `width` characters into runs.
 *
 * @param alphabet The characters.
 * @param width How many.
 * @returns Characters of each run, in the order of the text.
 */
export function runWidths(alphabet: string, width: number): number[] {
  let most = 1;
  while (most < RUN_CHARACTERS_MAX && alphabet.length ** (most + 1) <= RUNS_MAX) most++;
  const widths: number[] = [];
  for (let rest = width; rest > 0; rest -= most) widths.push(Math.min(most, rest));
  return widths;
}
